// Where containers run, and where what they print goes.
param name string
param location string
param tags object
param workspaceName string

@description('Over several data centres of the region: needs a network of its own, so that is made too.')
param isZoned bool

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource network 'Microsoft.Network/virtualNetworks@2024-01-01' = if (isZoned) {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: ['10.60.0.0/16']
    }
    subnets: [
      {
        name: 'containers'
        properties: {
          addressPrefix: '10.60.0.0/23'
        }
      }
    ]
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    zoneRedundant: isZoned
    vnetConfiguration: isZoned
      ? {
          infrastructureSubnetId: '${network.id}/subnets/containers'
        }
      : null
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

output id string = environment.id
output domain string = environment.properties.defaultDomain
