// The bot's registration: one tenant, Teams and nothing else.
param name string
param tags object
param title string
param endpoint string
param tenantId string
param appId string

@description('Resource id of the identity the bot is; blank: it is the app registration.')
param identityId string

var isIdentity = !empty(identityId)

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: title
    endpoint: endpoint
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppType: isIdentity ? 'UserAssignedMSI' : 'SingleTenant'
    msaAppMSIResourceId: isIdentity ? identityId : null
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}
