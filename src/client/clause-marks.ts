/** Shows or hides the clauses that the sections of a document meet; the choice is kept in the browser. */

const toggle = document.querySelector<HTMLButtonElement>('[data-marks-switch]');
if (toggle) {
  const { dataset } = document.documentElement;
  const show = () => (toggle.ariaPressed = String(dataset['clauseMarks'] !== undefined));
  toggle.addEventListener('click', () => {
    const isOn = document.documentElement.toggleAttribute('data-clause-marks');
    show();
    try {
      if (isOn) localStorage.setItem('clause-marks', 'on');
      else localStorage.removeItem('clause-marks');
    } catch {
      // Without storage the choice lasts for this page.
    }
  });
  show();
}

export {};
