// Everything that Soundings needs in Azure, in one resource group.

@minLength(4)
@maxLength(20)
@description('Begins the name of every resource; lower-case letters, digits and hyphens.')
param resourceBaseName string
param location string = resourceGroup().location

@description('Shown in Teams beside the messages.')
param botDisplayName string

@description('The Microsoft 365 tenant whose staff are served: the one this subscription belongs to.')
param tenantId string

@secure()
param soundingsKey string

@description('How long a deleted answer can still be restored from a backup. Staff are told this number.')
@allowed([7, 30])
param backupRetentionDays int

@description('Requests to Teams a second.')
param sendRate int

@description('The app in the catalogue of Teams apps, if it may install itself for people. Needs a Graph permission.')
param graphInstallAppId string = ''
param planSku string = 'B2'
param cosmosMaxThroughput int = 4000

var databaseName = 'soundings'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    name: resourceBaseName
    location: location
    databaseName: databaseName
    principalId: identity.properties.principalId
    backupRetentionDays: backupRetentionDays
    maxThroughput: cosmosMaxThroughput
  }
}

module serviceKey 'service-key.bicep' = {
  name: 'service-key'
  params: {
    name: resourceBaseName
    location: location
    principalId: identity.properties.principalId
    soundingsKey: soundingsKey
  }
}

module webApp 'web-app.bicep' = {
  name: 'web-app'
  params: {
    name: resourceBaseName
    location: location
    planSku: planSku
    identityId: identity.id
    settings: {
      SOUNDINGS_MODE: 'production'
      SOUNDINGS_KEY: '@Microsoft.KeyVault(SecretUri=${serviceKey.outputs.secretUri})'
      STORE: 'cosmos'
      COSMOS_ENDPOINT: database.outputs.endpoint
      COSMOS_DATABASE: databaseName
      BOT_ID: identity.properties.clientId
      BOT_TYPE: 'UserAssignedMsi'
      TENANT_ID: tenantId
      SEND_RATE: string(sendRate)
      GRAPH_INSTALL_APP_ID: graphInstallAppId
      BACKUP_RETENTION_DAYS: string(backupRetentionDays)
      // Which of the host's identities reads and writes the database.
      AZURE_CLIENT_ID: identity.properties.clientId
    }
  }
}

module botRegistration 'bot-registration.bicep' = {
  name: 'bot-registration'
  params: {
    name: resourceBaseName
    displayName: botDisplayName
    domain: webApp.outputs.domain
    identityId: identity.id
    identityClientId: identity.properties.clientId
    tenantId: tenantId
  }
}

// Written to env/.env.<environment> under these names.
output BOT_ID string = identity.properties.clientId
output BOT_DOMAIN string = webApp.outputs.domain
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = webApp.outputs.id
