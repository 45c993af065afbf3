// All that one council's Golden Thread runs on, in one resource group. The app registration, its permissions
// and the grant on the SharePoint site are made in Entra and are not Azure resources: docs/hosting.md.
// Held to a strict check of our own (test/infra); it has not been compiled or deployed yet.
targetScope = 'resourceGroup'

@description('Short, lower case: part of the name of everything made here.')
@minLength(3)
@maxLength(12)
param name string

@description('Test and production are two resource groups with nothing in common.')
@allowed(['test', 'production'])
param stage string

@description('The region; the data stays in it.')
param location string = resourceGroup().location

@description('The tenant that people sign in to.')
param tenantId string = tenant().tenantId

@description('Application (client) id of the app registration.')
@minLength(36)
@maxLength(36)
param appId string

@description('Object id of the app registration\'s service principal (Enterprise applications): it holds the storage.')
@minLength(36)
@maxLength(36)
param appPrincipalId string

@description('As Graph names the site: council.sharepoint.com:/sites/plan')
param site string

@description('The image, by version or digest. Blank: everything but the app is made, so that it can be pushed first.')
param image string = ''

@description('certificate: the app registration\'s own, kept in the vault. managedIdentity: no secret at all, and no sign-in for the tab.')
@allowed(['certificate', 'managedIdentity'])
param signIn string = 'certificate'

@description('The council\'s own name for the app, once its DNS and certificate are there. Blank: the name Azure gives.')
param hostName string = ''

@description('Resource id of the certificate of that name in the environment. Needed with hostName.')
param hostCertificateId string = ''

@description('At least one, so that cards go out on their day.')
@minValue(1)
@maxValue(5)
param fewestInstances int = 1

@minValue(2)
@maxValue(10)
param mostInstances int = 2

@description('Cores of one instance: a quarter, a half or one.')
@allowed(['0.25', '0.5', '1.0'])
param cores string = '0.5'

@description('Copies of what is kept in storage: over zones in production.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageSku string = 'Standard_LRS'

@description('Days that logs and figures are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Who is written to when something is wrong.')
param alertAddress string

@description('Entra group of those who put the certificate into the vault. Blank: nobody is given that right here.')
param vaultOfficersId string = ''

@description('Any further settings of the app, by name: docs/hosting.md has them.')
param settings object = {}

@description('The OpenTelemetry collector beside the app, by version.')
param collectorImage string = 'docker.io/otel/opentelemetry-collector-contrib:0.116.1'

// Where Azure takes letters and digits alone.
var plain = toLower(replace(name, '-', ''))
var suffix = uniqueString(resourceGroup().id, name, stage)
var tags = {
  product: 'golden-thread'
  stage: stage
}
var usesCertificate = signIn == 'certificate'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-${name}-${stage}'
    location: location
    tags: tags
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    name: '${name}-${stage}'
    location: location
    tags: tags
    days: logDays
  }
}

module vault 'modules/vault.bicep' = if (usesCertificate) {
  name: 'vault'
  params: {
    name: take('kv-${plain}-${suffix}', 24)
    location: location
    tags: tags
    readerId: identity.outputs.principalId
    officersId: vaultOfficersId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: take('st${plain}${suffix}', 24)
    location: location
    tags: tags
    sku: storageSku
    holderId: usesCertificate ? appPrincipalId : identity.outputs.principalId
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: take('cr${plain}${suffix}', 50)
    location: location
    tags: tags
    pullerId: identity.outputs.principalId
  }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    name: 'cae-${name}-${stage}'
    location: location
    tags: tags
    workspaceName: logs.outputs.workspaceName
    isZoned: stage == 'production'
  }
}

var appName = 'ca-${name}-${stage}'
var host = empty(hostName) ? '${appName}.${environment.outputs.domain}' : hostName

module app 'modules/app.bicep' = if (!empty(image)) {
  name: 'app'
  params: {
    name: appName
    location: location
    tags: tags
    environmentId: environment.outputs.id
    identityName: identity.outputs.name
    registryServer: registry.outputs.server
    image: image
    collectorImage: collectorImage
    insightsName: logs.outputs.insightsName
    vaultName: usesCertificate ? take('kv-${plain}-${suffix}', 24) : ''
    storageName: storage.outputs.name
    host: host
    hostCertificateId: empty(hostName) ? '' : hostCertificateId
    tenantId: tenantId
    appId: appId
    site: site
    fewestInstances: fewestInstances
    mostInstances: mostInstances
    cores: cores
    settings: settings
  }
  dependsOn: [
    vault
  ]
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: 'bot-${name}-${suffix}'
    tags: tags
    title: stage == 'production' ? 'Golden Thread' : 'Golden Thread (test)'
    endpoint: 'https://${host}/api/messages'
    tenantId: tenantId
    appId: usesCertificate ? appId : identity.outputs.clientId
    identityId: usesCertificate ? '' : identity.outputs.id
  }
}

// As the app works it out: UNITS_PER_DAY, else 960 times what it has for a minute.
var unitsAMinute = int(settings.?UNITS_PER_MINUTE ?? '1250')
var unitsADay = int(settings.?UNITS_PER_DAY ?? unitsAMinute * 960)

module alerts 'modules/alerts.bicep' = if (!empty(image)) {
  name: 'alerts'
  params: {
    name: '${name}-${stage}'
    location: location
    tags: tags
    address: alertAddress
    workspaceName: logs.outputs.workspaceName
    insightsName: logs.outputs.insightsName
    appName: appName
    // Not /health/ready, which sends people elsewhere only while an instance starts or stops.
    healthUrl: 'https://${host}/health'
    unitsADay: unitsADay
  }
  dependsOn: [
    app
  ]
}

@description('Where the app is served: PUBLIC_URL of npm run package.')
output publicUrl string = 'https://${host}'

@description('Where the image is pushed to: az acr build --registry NAME.')
output registryName string = registry.outputs.name

@description('Where the certificate is made; blank where there is none.')
output vaultName string = usesCertificate ? take('kv-${plain}-${suffix}', 24) : ''

output storageName string = storage.outputs.name
output identityClientId string = identity.outputs.clientId
output identityPrincipalId string = identity.outputs.principalId
