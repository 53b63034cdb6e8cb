// Everything comes from this server: no request leaves it, so the page also works where there is no internet.
window.ui = SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#api',
  deepLinking: true,
  filter: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 3,
  displayRequestDuration: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  requestSnippetsEnabled: true,
  requestSnippets: {
    defaultExpanded: true,
    generators: {
      curl_bash: { title: 'cURL (bash)', syntax: 'bash' },
      curl_powershell: { title: 'cURL (PowerShell)', syntax: 'powershell' },
    },
  },
  validatorUrl: null,
});
