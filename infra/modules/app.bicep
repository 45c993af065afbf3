// The app itself: its container, the collector beside it, who it is and what it is told. The next version
// starts beside this one, which is stopped once the next is ready.
param name string
param location string
param tags object
param environmentId string
param identityName string
param registryServer string
param image string
param collectorImage string
param insightsName string

@description('Blank: it signs in by its identity.')
param vaultName string
param storageName string
param host string
param hostCertificateId string
param tenantId string
param appId string
param site string
param fewestInstances int
param mostInstances int
param cores string
param settings object

var usesCertificate = !empty(vaultName)
var port = 3978

// Container Apps gives twice the gigabytes of memory, for the app as for the collector beside it.
var memory = {
  '0.25': '0.5Gi'
  '0.5': '1Gi'
  '1.0': '2Gi'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

var signInSettings = usesCertificate
  ? [
      {
        name: 'APP_CERTIFICATE'
        value: '/secrets/app-certificate'
      }
    ]
  : [
      {
        name: 'MANAGED_IDENTITY'
        value: identity.properties.clientId
      }
    ]

var furtherSettings = [
  for each in items(settings): {
    name: each.key
    value: each.value
  }
]

var usualSettings = [
  {
    name: 'PORT'
    value: string(port)
  }
  {
    name: 'DATA_DIR'
    value: '/data'
  }
  {
    name: 'SITE'
    value: site
  }
  {
    name: 'TENANT_ID'
    value: tenantId
  }
  {
    name: 'APP_ID'
    value: usesCertificate ? appId : identity.properties.clientId
  }
  {
    name: 'APP_ID_URI'
    value: 'api://${host}/${appId}'
  }
  {
    name: 'PUBLIC_URL'
    value: 'https://${host}'
  }
  {
    name: 'NOTIFICATION_URL'
    value: 'https://${host}/api/notifications'
  }
  {
    name: 'STORAGE_TABLES'
    value: account.properties.primaryEndpoints.table
  }
  {
    name: 'STORAGE_BLOBS'
    value: account.properties.primaryEndpoints.blob
  }
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT'
    value: 'http://localhost:4318'
  }
]

var certificateSecrets = usesCertificate
  ? [
      {
        name: 'app-certificate'
        // Key Vault keeps a certificate and its key as a secret of the same name, as PEM.
        keyVaultUrl: 'https://${vaultName}${az.environment().suffixes.keyvaultDns}/secrets/app-certificate'
        identity: identity.id
      }
    ]
  : []

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environmentId
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
        customDomains: empty(hostCertificateId)
          ? []
          : [
              {
                name: host
                certificateId: hostCertificateId
                bindingType: 'SniEnabled'
              }
            ]
      }
      registries: [
        {
          server: registryServer
          identity: identity.id
        }
      ]
      secrets: concat(certificateSecrets, [
        {
          name: 'insights'
          value: insights.properties.ConnectionString
        }
      ])
    }
    template: {
      // Longer than the app takes to end what is in hand.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'app'
          image: image
          resources: {
            cpu: json(cores)
            memory: memory[cores]
          }
          env: concat(usualSettings, signInSettings, furtherSettings)
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/health/live'
                port: port
              }
              periodSeconds: 5
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/health/live'
                port: port
              }
              periodSeconds: 20
              timeoutSeconds: 10
              failureThreshold: 6
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/health/ready'
                port: port
              }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 2
            }
          ]
          volumeMounts: concat(
            [
              {
                volumeName: 'data'
                mountPath: '/data'
              }
            ],
            usesCertificate
              ? [
                  {
                    volumeName: 'secrets'
                    mountPath: '/secrets'
                  }
                ]
              : []
          )
        }
        {
          name: 'collector'
          image: collectorImage
          args: ['--config=env:COLLECTOR']
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
          env: [
            {
              name: 'COLLECTOR'
              value: loadTextContent('../collector.yaml')
            }
            {
              name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
              secretRef: 'insights'
            }
          ]
        }
      ]
      volumes: concat(
        [
          {
            name: 'data'
            storageType: 'EmptyDir'
          }
        ],
        usesCertificate
          ? [
              {
                name: 'secrets'
                storageType: 'Secret'
                secrets: [
                  {
                    secretRef: 'app-certificate'
                    path: 'app-certificate'
                  }
                ]
              }
            ]
          : []
      )
      scale: {
        minReplicas: fewestInstances
        maxReplicas: mostInstances
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '100'
              }
            }
          }
        ]
      }
    }
  }
}

output id string = app.id
