/* settled.js: runs in every page of a test before the page's own scripts, and can say whether the page is done:
   all is loaded, no script is on its way, no timer will fire soon, nothing moves, and nothing was stirred for two frames. */
(() => {
  const FRAMES = 2; // what comes into view is told between one frame and the next
  const SOON = 1000; // ms: what fires later is no part of an answer
  const coming = new Set(); // scripts on their way and timers that fire soon
  const [later, forget, frame] = [globalThis.setTimeout, globalThis.clearTimeout, globalThis.requestAnimationFrame];
  const LATE = globalThis.netlearnLate; // ms by which scripts, timers and what is seen come later, to find out races
  let quiet = 0;
  let counting = false;

  const count = () => ((quiet += 1) < FRAMES ? frame(count) : (counting = false));
  const stir = () => {
    quiet = 0;
    if (!counting) counting = !!frame(count);
  };
  const expect = (script) => {
    coming.add(script);
    for (const kind of ['load', 'error']) script.addEventListener(kind, () => (coming.delete(script), stir()));
  };
  const changed = (records) => {
    stir();
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) if (node.localName === 'script' && node.src) expect(node);
  };
  new MutationObserver(changed).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const DONE = ['click', 'keydown', 'input', 'change', 'focusin', 'pointerover', 'scroll', 'resize', 'toggle', 'hashchange', 'beforeprint'];
  for (const kind of DONE) addEventListener(kind, stir, true);

  let firing = null;
  globalThis.setTimeout = (run, wait = 0, ...given) => {
    const fire = () => {
      coming.delete(timer);
      firing = run;
      try {
        run(...given);
      } finally {
        firing = null;
        stir();
      }
    };
    const timer = later(fire, wait + LATE);
    if (wait <= SOON && run !== firing) coming.add(timer); // what sets itself again is a clock, and never done
    return timer;
  };
  globalThis.clearTimeout = (timer) => (coming.delete(timer), forget(timer));

  if (LATE) {
    const { append } = Element.prototype;
    const isScript = (node) => node.localName === 'script' && node.src;
    Element.prototype.append = function (...nodes) {
      if (!nodes.some(isScript)) return append.apply(this, nodes);
      nodes.forEach(expect);
      later(() => append.apply(this, nodes), LATE);
    };
    const Watch = globalThis.IntersectionObserver;
    globalThis.IntersectionObserver = class extends Watch {
      constructor(run, options) {
        super((...seen) => setTimeout(() => run(...seen)), options);
      }
    };
  }

  const still = () => document.getAnimations().every(({ playState }) => playState !== 'running');
  const isDone = () => document.readyState === 'complete' && document.fonts.status === 'loaded' && !coming.size && quiet >= FRAMES && still();
  /* JupyterLab asks its server for ever: its tests wait by its own means */
  globalThis.isSettled = () => 'jupyterapp' in globalThis || isDone();
  globalThis.stirred = stir;
  stir();
})();
