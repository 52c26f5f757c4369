// Gives every command and token a button that copies it. Without JavaScript they are selected by hand.
for (const block of document.querySelectorAll('.code')) {
  const text = block.querySelector('code').textContent;
  const heading = block.parentElement.querySelector('h3').textContent;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy: ${heading}`);
  const status = document.createElement('span');
  status.className = 'status';
  status.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      say('Copied');
    } catch {
      getSelection().selectAllChildren(block.querySelector('code'));
      say('Selected; press Ctrl-C or ⌘C');
    }
  });
  block.prepend(status, button);

  function say(message) {
    status.textContent = message;
    setTimeout(() => {
      status.textContent = '';
    }, 2500);
  }
}
