// Production: two instances at all times, so that one can go without anybody noticing, storage over three data
// centres, logs for a year. The council's own values come from the environment: infra/environment.sample.
using 'main.bicep'

param name = readEnvironmentVariable('GT_NAME', 'plan')
param stage = 'production'
param tenantId = readEnvironmentVariable('TENANT_ID')
param appId = readEnvironmentVariable('APP_ID')
param appPrincipalId = readEnvironmentVariable('GT_APP_PRINCIPAL_ID')
param site = readEnvironmentVariable('SITE')
param image = readEnvironmentVariable('GT_IMAGE', '')
param alertAddress = readEnvironmentVariable('GT_ALERT_ADDRESS')
param vaultOfficersId = readEnvironmentVariable('GT_VAULT_OFFICERS_ID', '')
param hostName = readEnvironmentVariable('GT_HOST_NAME', '')
param hostCertificateId = readEnvironmentVariable('GT_HOST_CERTIFICATE_ID', '')
param fewestInstances = 2
param mostInstances = 4
param cores = '1.0'
param storageSku = 'Standard_ZRS'
param logDays = 365
param settings = {
  UNITS_PER_MINUTE: readEnvironmentVariable('UNITS_PER_MINUTE', '875')
  TEAMS_APP_ID: readEnvironmentVariable('TEAMS_APP_ID', '')
  ROLE_GROUPS: readEnvironmentVariable('ROLE_GROUPS', '')
}
