/* address.js: what a reader set stands in the page's address: it can be read, copied, kept and linked to.

     #case=1&grade.edition=2026&grade.ki67_percent=20.1     the whole case of the widget called "grade"
     #set=1&ablation.largest_diameter_cm=3.1                a change to it: what a link in a chapter's prose says

   "1" is the version of this form. A field is NAME.FIELD=VALUE; several widgets stand one after another. NAME is the
   attribute `name` of the widget's element, else the name of its table, "liver" or "ablation"; where two on a page would
   share one, the second is NAME-2. The value `unknown` says that it is not known. Reserved field: `edition`.
   A link `[set it to 3.1 cm](#set=1&ablation.largest_diameter_cm=3.1)` is ordinary Markdown and reads so everywhere;
   one to another page may say `#case=` or `#set=` after the page's name. `netlearn.address` checks them when a book is built.

   NetLearn.address, for any widget (explorer, map, bench, crisis room, selector, board):
     read(hash)            null where the hash is none of ours; { refused: sentence }; or { whole, parts: {name: {field: text}} }
     write(parts, kind)    the hash; kind is 'case' unless told
     join(name, widget)    from when the widget is drawn. widget = { element, take(fields, whole), say(sentence) }:
                           take shows a case (whole) or changes (not whole), and returns '' or the sentence that says why
                           it does not fit; then nothing may have changed. say shows such a sentence; the widget's next change takes it away.
                           Returns { name, put(fields), link(fields), begin() }: put keeps what the reader set, link gives its
                           full address; begin, once the widget is ready for it, takes what the address says of it.
     toFields(values), fromFields(inputs, fields)      between a table's values and fields; the second gives
                           { values } with null for what is said to be unknown, or { refused: sentence }. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { say } = NetLearn;
  const W = NetLearn.words.address;
  const VERSION = '1';
  const UNKNOWN = 'unknown';
  const EDITION = 'edition';
  const LATER = 250; // ms: browsers refuse an address that changes too often, and a slider changes it with each step

  /* ----- the form ----- */
  const decode = (text) => {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return null;
    }
  };
  const field = /^([\w-]+)\.([\w-]+)=(.*)$/s;
  const read = (hash) => {
    const [first, ...rest] = hash.replace(/^#/, '').split('&');
    const head = /^(case|set)=(.*)$/.exec(first);
    if (!head) return null;
    if (head[2] !== VERSION) return { refused: W.version };
    const found = rest.filter(Boolean).map((part) => field.exec(decode(part) || ''));
    if (found.includes(null)) return { refused: W.unreadable };
    const parts = {};
    for (const [, name, key, text] of found) (parts[name] = parts[name] || {})[key] = text;
    return { whole: head[1] === 'case', parts };
  };
  const encode = (text) => encodeURIComponent(text).replace(/%2C/g, ',');
  const write = (parts, kind = 'case') => {
    const fields = Object.entries(parts).flatMap(([name, part]) => Object.entries(part).map(([key, text]) => name + '.' + key + '=' + encode(text)));
    return '#' + [kind + '=' + VERSION, ...fields].join('&');
  };

  /* ----- values of a table ----- */
  const text = (value) => (value === null || value === undefined ? UNKNOWN : String(value));
  const toFields = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)]));
  const valueOf = (input, given) => {
    if (given === UNKNOWN) return { value: null };
    const value = input.kind === 'number' ? NetLearn.typed(input, given) : input.values.find((each) => String(each) === given);
    const refused = value === undefined || NetLearn.refusal(input, value);
    return refused ? { refused: say(W.value, { value: given, label: NetLearn.inSentence(input.label) }) } : { value };
  };
  const fromFields = (inputs, fields) => {
    const values = {};
    for (const [name, given] of Object.entries(fields)) {
      if (name === EDITION) continue;
      const input = inputs.find((each) => each.name === name);
      const read = input ? valueOf(input, given) : { refused: say(W.field, { name }) };
      if (read.refused) return { refused: read.refused };
      values[name] = read.value;
    }
    return { values };
  };

  /* ----- the widgets of this page ----- */
  const widgets = new Map();
  const given = read(location.hash);
  let kept = given && given.whole ? { ...given.parts } : {}; // of widgets that are not drawn yet, too
  let timer = 0;
  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    const hash = write(kept);
    try {
      if (location.hash !== hash) history.replaceState(history.state, '', hash);
    } catch (error) {
      /* a browser may forbid it: the case is then in no address, and everything else works */
    }
  };
  const keep = (name, fields) => {
    kept = { ...kept, [name]: fields };
    clearTimeout(timer);
    timer = setTimeout(flush, LATER);
  };
  addEventListener('pagehide', () => timer && flush());

  const take = (name, found) => {
    const widget = widgets.get(name);
    if (found.refused) widget.say(found.refused);
    const fields = !found.refused && found.parts[name];
    if (!fields) return false;
    const refused = widget.take(fields, found.whole);
    if (refused) delete kept[name];
    else if (found.whole) kept = { ...kept, [name]: fields };
    if (refused) widget.say(refused + ' ' + W.instead);
    return !refused;
  };
  /* what the address names and this page does not have: a widget that is not drawn yet is known by its element */
  const awaited = () => [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('net-')).map(NetLearn.nameOf);
  const sayAbsent = (name, found) => {
    const known = [...widgets.keys(), ...awaited()];
    const absent = Object.keys(found.parts || {}).find((each) => !known.includes(each) && !known.includes(each.replace(/-\d+$/, '')));
    if (absent) widgets.get(name).say(say(W.absent, { name: absent }) + ' ' + W.instead);
  };
  const reveal = (name) => {
    const { element } = widgets.get(name);
    const top = element.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight / 2) element.scrollIntoView();
    if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
    element.focus({ preventScroll: true });
  };
  /* what stands above may still grow until everything is loaded */
  const settled = (run) => (document.readyState === 'complete' ? run() : addEventListener('load', run, { once: true }));
  const arrived = () => {
    const entry = performance.getEntriesByType('navigation')[0];
    return !entry || entry.type === 'navigate'; // what is loaded again stays where the reader was
  };
  const follow = () => {
    const found = read(location.hash);
    if (!found) return;
    for (const first of [...widgets.keys()].slice(0, 1)) sayAbsent(first, found);
    const meant = [...widgets.keys()].filter((name) => found.refused || found.parts[name]);
    const taken = meant.filter((name) => take(name, found));
    if (meant.length && !found.refused) reveal(meant[0]); // where it is refused, there it is said
    if (taken.length) flush(); // a change is kept as the whole case that it makes
  };
  addEventListener('hashchange', follow);

  const free = (name, n = 1) => {
    const tried = n > 1 ? name + '-' + n : name;
    return widgets.has(tried) ? free(name, n + 1) : tried;
  };
  const join = (wanted, widget) => {
    const name = free(wanted);
    widgets.set(name, widget);
    const begin = () => {
      const found = read(location.hash);
      if (found && widgets.size === 1) sayAbsent(name, found);
      if (found) take(name, found);
      if (found && !found.refused && found.parts[name] && arrived()) settled(() => reveal(name));
    };
    const link = (fields) => location.href.split('#')[0] + write({ [name]: fields });
    return { name, link, begin, put: (fields) => keep(name, fields) };
  };

  NetLearn.address = { read, write, join, toFields, fromFields };
})();
