# To be sourced: what tests with node need of the npm registry. Exit status 77 means skipped.

skip() {
  echo "skipped: $*"
  exit 77
}

# install_modules FROM FOLDER: what FROM/package-lock.json names, into FOLDER, once for all tests that run side by side.
install_modules() {
  local from=$1 folder=$2
  command -v node >/dev/null || skip "node is not installed (scripts/setup --ci)"
  (($(node --print 'process.versions.node.split(".")[0]') >= 18)) || skip "node is older than 18"
  mkdir -p "$folder"
  exec 9>"$folder/lock"
  flock 9
  if ! cmp --silent "$from/package-lock.json" "$folder/installed"; then
    command -v npm >/dev/null || skip "npm is not installed (scripts/setup --ci)"
    cp "$from/package.json" "$from/package-lock.json" "$folder"
    if ! (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --fetch-retries 1 \
          --fetch-timeout 30000) >"$folder/npm.txt" 2>&1; then
      cat "$folder/npm.txt"
      ! grep --extended-regexp --quiet 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH' \
        "$folder/npm.txt" || skip "the npm registry does not answer"
      exit 1
    fi
    cp "$from/package-lock.json" "$folder/installed"
  fi
  exec 9>&-
}
