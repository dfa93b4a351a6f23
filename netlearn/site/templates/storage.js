/* storage.js: in every page before the theme's first line. The theme reads and writes the browser's storage without
   a guard: where the browser forbids it, or it is full, its search, menu and colours would be dead.
   What cannot be kept lasts as long as the page. The course's own keys are refused still: its widgets cope, and say so. */
(function () {
  'use strict';
  const OWN = 'netlearn.';
  const refuse = (key) => {
    if (String(key).startsWith(OWN)) throw new DOMException('this browser keeps nothing for this page', 'QuotaExceededError');
  };
  const lasting = (held = new Map()) => ({
    getItem: (key) => (refuse(key), held.get(String(key)) ?? null),
    setItem: (key, value) => (refuse(key), void held.set(String(key), String(value))),
    removeItem: (key) => void held.delete(String(key)),
    clear: () => held.clear(),
    key: (n) => [...held.keys()][n] ?? null,
    get length() {
      return held.size;
    },
  });
  const forbidden = (name) => {
    try {
      return !window[name].getItem; // null in some browsers, an error in others
    } catch (error) {
      return true;
    }
  };
  for (const name of ['localStorage', 'sessionStorage'])
    if (forbidden(name)) Object.defineProperty(window, name, { value: lasting(), configurable: true });

  /* allowed, but full: what did not fit is remembered over what is kept */
  if (typeof Storage === 'undefined') return;
  const { getItem, setItem, removeItem, clear } = Storage.prototype;
  const over = new WeakMap();
  const unkept = (storage) => over.get(storage) || over.set(storage, new Map()).get(storage);
  Object.assign(Storage.prototype, {
    getItem(key) {
      return unkept(this).get(String(key)) ?? getItem.call(this, key);
    },
    setItem(key, value) {
      try {
        setItem.call(this, key, value);
        unkept(this).delete(String(key));
      } catch (error) {
        refuse(key);
        unkept(this).set(String(key), String(value));
      }
    },
    removeItem(key) {
      unkept(this).delete(String(key));
      removeItem.call(this, key);
    },
    clear() {
      over.delete(this);
      clear.call(this);
    },
  });
})();
