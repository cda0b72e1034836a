// Shows the buttons that copy an address, where the browser lets a page do so.
for (const button of document.querySelectorAll('button.copy')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  const before = button.innerHTML;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
    setTimeout(() => {
      button.innerHTML = before;
    }, 2000);
  });
}
