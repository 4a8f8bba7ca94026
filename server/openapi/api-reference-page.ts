import { html } from 'hono/html';

/** What the page may load. Swagger UI puts HTML of its own making into the page, so trusted types are not required. */
export const apiReferencePolicy = ["script-src 'self'", "connect-src 'self'"];

/** The OpenAPI document as a page for people, shown by Swagger UI. */
export const apiReferencePage = () =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Kith API reference</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/api-reference/swagger-ui.css" />
        <link rel="stylesheet" href="/assets/api-reference.css" />
        <script defer src="/assets/api-reference/swagger-ui-bundle.js"></script>
        <script defer src="/assets/api-reference.js"></script>
      </head>
      <body>
        <noscript>
          <p>
            The API reference needs JavaScript. You can also read
            <a href="/api/v1/openapi.json">the OpenAPI document</a>.
          </p>
        </noscript>
        <div id="api-reference"></div>
      </body>
    </html>`;

/** Starts Swagger UI for reading: it sends no requests to the API and asks for no token. */
export const apiReferenceScript = `
const nothing = () => () => null;

// A link inside a button is not accessible; opening an operation sets the address of the page anyway.
const textAlone = (_, { React }) => ({ text }) => React.createElement('span', null, text);

SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#api-reference',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: [],
  validatorUrl: null,
  plugins: [
    {
      wrapComponents: {
        DeepLink: textAlone,
        authorizeBtn: nothing,
        authorizeOperationBtn: nothing,
      },
    },
  ],
});
`;

/** Fixes for the accessibility of Swagger UI: contrast, text wrapping, and no input fields that cannot be used. */
export const apiReferenceStyle = `
body { margin: 0; }
.swagger-ui :focus-visible { outline: 3px solid #0b5563; outline-offset: 2px; }
.swagger-ui .info .title small.version-stamp { background: #3f6a00; }
.swagger-ui .info .link .url { color: #0b5fa5; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: #0b5fa5; }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #1a6b45; }
.swagger-ui .parameter__in { color: #555; }
.swagger-ui .microlight { max-height: none !important; white-space: pre-wrap !important; }
.swagger-ui .parameters-col_description :is(input, select):disabled { display: none; }
.swagger-ui :is(.response-col_links, .scheme-container) { display: none; }
`;
