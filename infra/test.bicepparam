// A council's test: one small instance that may become two, logs for a month. The council's own values come
// from the environment: infra/environment.sample.
using 'main.bicep'

param name = readEnvironmentVariable('GT_NAME', 'plan')
param stage = 'test'
param tenantId = readEnvironmentVariable('TENANT_ID')
param appId = readEnvironmentVariable('APP_ID')
param appPrincipalId = readEnvironmentVariable('GT_APP_PRINCIPAL_ID')
param site = readEnvironmentVariable('SITE')
param image = readEnvironmentVariable('GT_IMAGE', '')
param alertAddress = readEnvironmentVariable('GT_ALERT_ADDRESS')
param vaultOfficersId = readEnvironmentVariable('GT_VAULT_OFFICERS_ID', '')
param hostName = readEnvironmentVariable('GT_HOST_NAME', '')
param hostCertificateId = readEnvironmentVariable('GT_HOST_CERTIFICATE_ID', '')
param fewestInstances = 1
param mostInstances = 2
param cores = '0.5'
param storageSku = 'Standard_LRS'
param logDays = 30
param settings = {
  UNITS_PER_MINUTE: readEnvironmentVariable('UNITS_PER_MINUTE', '1125')
  TEAMS_APP_ID: readEnvironmentVariable('TEAMS_APP_ID', '')
  ROLE_GROUPS: readEnvironmentVariable('ROLE_GROUPS', '')
}
