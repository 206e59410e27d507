// Reloads the page when the site changes, and keeps the place on it.
(() => {
  const version = document.currentScript.dataset.version;
  const key = "vakwerk-scroll:" + location.pathname;
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    scrollTo(0, Number(kept));
  }
  const close = document.querySelector("#vakwerk-overlay button");
  if (close) close.addEventListener("click", () => close.parentElement.remove());
  const events = new EventSource("/__vakwerk/events");
  events.onmessage = (event) => {
    if (event.data !== version) {
      events.close();
      sessionStorage.setItem(key, String(scrollY));
      location.reload();
    }
  };
})();
