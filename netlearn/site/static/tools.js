/* tools.js: at the end of every page: the fact that was looked at last goes into the report, citations are copied,
   and the keys are listed. */
(function () {
  'use strict';

  /* ----- report an error: the link is filled in when it is followed; nothing is sent before ----- */
  const report = document.querySelector('[data-nl-report]');
  let fact = '';
  const looked = (event) => {
    const link = event.target.closest && event.target.closest('[data-ev]');
    if (link) fact = link.dataset.ev;
  };
  if (report) {
    document.addEventListener('click', looked, true);
    document.addEventListener('focusin', looked);
    const fill = () => {
      const seen = fact || decodeURIComponent(location.hash.slice(1)) || 'none';
      report.href = report.dataset.nlReport.replaceAll('{fact}', encodeURIComponent(seen));
    };
    for (const kind of ['click', 'auxclick', 'contextmenu', 'focus', 'pointerdown']) report.addEventListener(kind, fill);
  }

  /* ----- cite this page ----- */
  const select = (node) => getSelection().selectAllChildren(node);
  document.querySelectorAll('[data-nl-copy]').forEach((button) =>
    button.addEventListener('click', async () => {
      const fold = button.closest('details');
      const text = fold.querySelector(button.dataset.nlCopy + '[data-nl-copied]');
      const said = fold.querySelector('[role="status"]');
      try {
        await navigator.clipboard.writeText(text.textContent);
        said.textContent = said.dataset.copied;
      } catch (error) {
        select(text);
        said.textContent = said.dataset.selected;
      }
    })
  );

  /* ----- the keys: ? opens their list, unless something is typed, another dialog is open or the reader switched it off ----- */
  const KEPT = 'netlearn.keys';
  const dialog = document.getElementById('nl-keys');
  if (!dialog || !dialog.showModal) return;
  const box = dialog.querySelector('[data-nl-key-on]');
  const kept = () => {
    try {
      return localStorage.getItem(KEPT) !== 'off';
    } catch (error) {
      return true;
    }
  };
  box.checked = kept();
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(KEPT, box.checked ? 'on' : 'off');
    } catch (error) {
      // until the page is left, then
    }
  });
  const typing = (node) => node.closest && node.closest('input, textarea, select, [contenteditable], [role="textbox"]');
  document.querySelectorAll('[data-nl-keys]').forEach((button) => button.addEventListener('click', () => dialog.showModal()));
  document.addEventListener('keydown', (event) => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
    if (!box.checked || typing(event.target) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    dialog.showModal();
  });
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close()); // beside the list
})();
