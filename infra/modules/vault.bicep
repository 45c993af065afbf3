// Holds the one thing that cannot be an identity: the certificate the app registration signs in with.
param name string
param location string
param tags object

@description('Object id of the identity that reads the certificate.')
param readerId string

@description('Object id of the group that makes and renews it; blank: nobody is given that here.')
param officersId string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var certificatesOfficer = 'a4417e6f-fecd-4de8-b567-7b0420556985'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: readerId
    principalType: 'ServicePrincipal'
  }
}

resource makes 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(officersId)) {
  name: guid(vault.id, officersId, certificatesOfficer)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', certificatesOfficer)
    principalId: officersId
    principalType: 'Group'
  }
}
