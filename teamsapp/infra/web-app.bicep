// Where the bot runs. Several instances may run: each answers, one of them sends.

param name string
param location string
param planSku string
param identityId string

@description('The environment of the bot, by name.')
param settings object

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: { name: planSku }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node dist/main.js'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/healthz'
      // A request's time to the second is more than an answer may leave behind.
      httpLoggingEnabled: false
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(settings, {
    PUBLIC_URL: 'https://${app.properties.defaultHostName}'
    // Packages with native parts are installed and built where they will run.
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'true'
  })
}

output id string = app.id
output domain string = app.properties.defaultHostName
