/* reading.js: on a chapter's page. It is begun when it is opened, and read when its key points come into sight. */
(function () {
  'use strict';
  const chapter = decodeURIComponent(location.pathname.split('/').pop().replace(/\.html$/, ''));
  const { mark } = globalThis.NetLearn.progress;
  const end = document.querySelector('#key-points, .nl-keypoints');
  mark(chapter, 'begun');
  if (!end || !globalThis.IntersectionObserver) return;
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    mark(chapter, 'read');
    watch.disconnect();
  });
  watch.observe(end);
})();
