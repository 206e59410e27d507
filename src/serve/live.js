// Reloads the page when the site changes, and keeps the place on it.
(() => {
  const version = document.currentScript.dataset.version;
  const key = "vakwerk-scroll:" + location.pathname;
  // Somebody may let sites keep nothing.
  let store;
  try { store = sessionStorage; } catch { /* The page then comes at its head. */ }
  const kept = store?.getItem(key) ?? null;
  if (kept !== null) {
    store.removeItem(key);
    scrollTo(0, Number(kept));
  }
  const close = document.querySelector("#vakwerk-overlay button");
  if (close) close.addEventListener("click", () => close.parentElement.remove());
  const events = new EventSource("/__vakwerk/events");
  events.onmessage = (event) => {
    if (event.data !== version) {
      events.close();
      store?.setItem(key, String(scrollY));
      location.reload();
    }
  };
})();
