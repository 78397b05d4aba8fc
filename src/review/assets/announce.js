// Words for those who do not see what changed.

function put(id, words) {
  const region = document.getElementById(id);
  // The same words twice in a row are a change only when the region was empty between.
  region.textContent = "";
  setTimeout(() => {
    region.textContent = words;
  }, 30);
}

export function say(words) {
  put("live", words);
}

export function alarm(words) {
  put("alert", words);
}
