/* listener.js: before any script of the page, writes down what its console would say of something wrong. */
window.complaints = [];
addEventListener('unhandledrejection', (event) => window.complaints.push(String(event.reason)));
addEventListener(
  'error',
  (event) => window.complaints.push(event.message || `failed: ${event.target.src || event.target.href}`),
  true // what fails to load says so to itself alone
);
for (const kind of ['error', 'warn'])
  console[kind] = (...words) => window.complaints.push(words.join(' '));
