// The service key, in a vault that only the bot's identity may read from.

@maxLength(24)
param name string
param location string
param principalId string

@secure()
@description('32 random bytes in base64. Whoever loses it loses the answers of every open wave.')
param soundingsKey string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'soundings-key'
  properties: { value: soundingsKey }
}

// Azure's own role "Key Vault Secrets User": read, on this one secret.
var secretsUser = '4633458b-17de-408a-874b-0445c86b69e6'

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(secret.id, principalId, secretsUser)
  scope: secret
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

output secretUri string = secret.properties.secretUri
