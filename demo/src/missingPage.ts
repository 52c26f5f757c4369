/** What is shown at an address that is not there. Without styles: the API's policy, which it gets, lets nothing load. */

export const MISSING_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Page not found</title>
</head>
<body>
<h1>Page not found</h1>
<p>There is no page at this address. Try the <a href="/">start page</a>, the <a href="/market">marketplace</a> or the <a href="/docs">API reference</a>.</p>
</body>
</html>
`;
