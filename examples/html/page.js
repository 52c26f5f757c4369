/* What the page tells the button, and hears from it. */
const button = document.querySelector('ringback-button');

// Of your sign-in; asked before each call, with refresh after the API has refused the last token.
button.getToken = () => localStorage.getItem('token');

button.addEventListener('ringback:sign-in', () => {
  location.href = '/sign-in';
});
button.addEventListener('ringback:requested', ({ detail }) => {
  document.querySelector('#said').textContent = `Request ${detail.id} is on its way.`;
});
