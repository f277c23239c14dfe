// Runs before the page is painted, so that nothing flashes or moves: what a reader has chosen. Kept in the browser only.
const { dataset } = document.documentElement;
// What needs scripts has its room from the first paint on, and is not there without them.
dataset.scripts = '';
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  if (localStorage.getItem('my-roles')) dataset.hasRole = '';
  if (localStorage.getItem('clause-marks')) dataset.clauseMarks = '';
} catch {
  // Storage can be switched off; the system's theme is used then.
}
