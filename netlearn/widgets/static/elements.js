/* elements.js: the custom elements of the page. What stands inside them stays until there is something better. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  const valuesOf = (element) => JSON.parse(element.getAttribute('values') || '{}');
  const nameOf = (NetLearn.nameOf = (element) => element.getAttribute('name') || element.getAttribute('table') || element.localName.replace('net-', ''));
  const optionsOf = (element, editions) => ({
    editions,
    name: nameOf(element),
    edition: element.getAttribute('edition'),
    values: valuesOf(element),
    level: element.getAttribute('level'),
    presets: JSON.parse(element.getAttribute('presets') || '[]'),
    first: (element.getAttribute('first') || '').split(' ').filter(Boolean),
    compact: element.hasAttribute('compact'),
  });

  /* each starts once, when its own content has been read */
  const define = (name, start) => {
    if (!globalThis.customElements || customElements.get(name)) return;
    class Element extends HTMLElement {
      connectedCallback() {
        if (this.started) return;
        this.started = true;
        NetLearn.ready(() => start(this));
      }
    }
    customElements.define(name, Element);
  };
  define('net-explorer', (element) => {
    const begin = (play) => NetLearn.when(element.getAttribute('table'), (editions) => play(element, optionsOf(element, editions)));
    if (!element.hasAttribute('compare')) return begin(NetLearn.explorer);
    if (NetLearn.compare) return begin(NetLearn.compare);
    document.addEventListener('nl-compare', () => begin(NetLearn.compare), { once: true }); // its script comes after this one
  });
  define('net-figure', (element) => NetLearn.figure(element));
  Object.assign(NetLearn, { define, optionsOf }); // for widgets whose script only some pages load
})();
