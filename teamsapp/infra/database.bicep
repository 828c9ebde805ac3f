// The Cosmos DB account: one write region, session consistency, no keys, and a backup whose length staff are told.

param name string
param location string
param databaseName string

@description('The identity that may read and write documents. It may not create or delete containers.')
param principalId string

@allowed([7, 30])
param backupRetentionDays int

@description('Request units a second that the five containers share at most; a tenth of it is the least that is paid for.')
param maxThroughput int

var containerNames = loadJsonContent('containers.json')
var indexingPolicy = loadJsonContent('indexing-policy.json')

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    // Versions decide conflicts only where one region writes.
    enableMultipleWriteLocations: false
    enableAutomaticFailover: false
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: backupRetentionDays == 7 ? 'Continuous7Days' : 'Continuous30Days' }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: { id: databaseName }
    options: { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

resource containers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for containerName in containerNames: {
    parent: database
    name: containerName
    properties: {
      resource: {
        id: containerName
        partitionKey: { paths: ['/pk'], kind: 'Hash', version: 2 }
        indexingPolicy: indexingPolicy
      }
    }
  }
]

// Cosmos DB's own role "Built-in Data Contributor".
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource access 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, principalId, dataContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    scope: account.id
  }
}

output endpoint string = account.properties.documentEndpoint
