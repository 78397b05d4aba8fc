// The claim's sentence stays in sight while its evidence is read.

let watcher = null;

/** For each claim that is shown anew. */
export function watchClaimLine() {
  watcher?.disconnect();
  const words = document.getElementById("claim-text");
  const line = document.getElementById("claim-line");
  if (!words || !line) return;
  watcher = new IntersectionObserver(([seen]) => {
    line.hidden = seen.isIntersecting || seen.boundingClientRect.top > 0;
  });
  watcher.observe(words);
}
