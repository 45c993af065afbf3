// What Azure calls the fields of the resources that infra/ makes, as its own published types have them at the
// versions named there: a field misspelt, or at the wrong depth, would be taken and ignored, or refused.
import type { Expression } from './bicep-parser.ts';
import { plainText } from './bicep-types.ts';

/** Fields by name; `*` is any name, an array is of what stands in it, null is a value of any kind. */
type Shape = { readonly [field: string]: Shape | readonly [Shape] | null };

const probe: Shape = {
  type: null,
  httpGet: { path: null, port: null },
  periodSeconds: null,
  timeoutSeconds: null,
  failureThreshold: null,
};
const metricAlert: Shape = {
  description: null,
  severity: null,
  enabled: null,
  scopes: null,
  evaluationFrequency: null,
  windowSize: null,
  criteria: {
    'odata.type': null,
    webTestId: null,
    componentId: null,
    failedLocationCount: null,
    allOf: [
      {
        name: null,
        criterionType: null,
        metricName: null,
        timeAggregation: null,
        operator: null,
        threshold: null,
      },
    ],
  },
  actions: [{ actionGroupId: null }],
};

const shapes: Readonly<Record<string, Shape>> = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': {},
  'Microsoft.OperationalInsights/workspaces': {
    properties: { sku: { name: null }, retentionInDays: null },
  },
  'Microsoft.Insights/components': {
    kind: null,
    properties: { Application_Type: null, WorkspaceResourceId: null, DisableIpMasking: null },
  },
  'Microsoft.KeyVault/vaults': {
    properties: {
      tenantId: null,
      sku: { family: null, name: null },
      enableRbacAuthorization: null,
      enableSoftDelete: null,
      softDeleteRetentionInDays: null,
      enablePurgeProtection: null,
    },
  },
  'Microsoft.Authorization/roleAssignments': {
    properties: { roleDefinitionId: null, principalId: null, principalType: null },
  },
  'Microsoft.Storage/storageAccounts': {
    kind: null,
    sku: { name: null },
    properties: {
      accessTier: null,
      allowBlobPublicAccess: null,
      allowSharedKeyAccess: null,
      allowCrossTenantReplication: null,
      defaultToOAuthAuthentication: null,
      minimumTlsVersion: null,
      supportsHttpsTrafficOnly: null,
    },
  },
  'Microsoft.ContainerRegistry/registries': {
    sku: { name: null },
    properties: { adminUserEnabled: null, anonymousPullEnabled: null },
  },
  'Microsoft.Network/virtualNetworks': {
    properties: {
      addressSpace: { addressPrefixes: null },
      subnets: [{ name: null, properties: { addressPrefix: null } }],
    },
  },
  'Microsoft.App/managedEnvironments': {
    properties: {
      zoneRedundant: null,
      vnetConfiguration: { infrastructureSubnetId: null },
      appLogsConfiguration: {
        destination: null,
        logAnalyticsConfiguration: { customerId: null, sharedKey: null },
      },
    },
  },
  'Microsoft.App/containerApps': {
    identity: { type: null, userAssignedIdentities: { '*': null } },
    properties: {
      environmentId: null,
      configuration: {
        activeRevisionsMode: null,
        maxInactiveRevisions: null,
        ingress: {
          external: null,
          targetPort: null,
          transport: null,
          allowInsecure: null,
          customDomains: [{ name: null, certificateId: null, bindingType: null }],
        },
        registries: [{ server: null, identity: null }],
        secrets: [{ name: null, value: null, keyVaultUrl: null, identity: null }],
      },
      template: {
        terminationGracePeriodSeconds: null,
        containers: [
          {
            name: null,
            image: null,
            args: null,
            resources: { cpu: null, memory: null },
            env: [{ name: null, value: null, secretRef: null }],
            probes: [probe],
            volumeMounts: [{ volumeName: null, mountPath: null }],
          },
        ],
        volumes: [{ name: null, storageType: null, secrets: [{ secretRef: null, path: null }] }],
        scale: {
          minReplicas: null,
          maxReplicas: null,
          rules: [{ name: null, http: { metadata: { '*': null } } }],
        },
      },
    },
  },
  'Microsoft.BotService/botServices': {
    kind: null,
    sku: { name: null },
    properties: {
      displayName: null,
      endpoint: null,
      msaAppId: null,
      msaAppTenantId: null,
      msaAppType: null,
      msaAppMSIResourceId: null,
      disableLocalAuth: null,
    },
  },
  'Microsoft.BotService/botServices/channels': {
    properties: { channelName: null, properties: { isEnabled: null } },
  },
  'Microsoft.Insights/actionGroups': {
    properties: {
      groupShortName: null,
      enabled: null,
      emailReceivers: [{ name: null, emailAddress: null, useCommonAlertSchema: null }],
    },
  },
  'Microsoft.Insights/webtests': {
    kind: null,
    properties: {
      SyntheticMonitorId: null,
      Name: null,
      Kind: null,
      Enabled: null,
      Frequency: null,
      Timeout: null,
      RetryEnabled: null,
      Locations: [{ Id: null }],
      Request: { RequestUrl: null, HttpVerb: null },
      ValidationRules: {
        ExpectedHttpStatusCode: null,
        SSLCheck: null,
        SSLCertRemainingLifetimeCheck: null,
      },
    },
  },
  'Microsoft.Insights/metricAlerts': { properties: metricAlert },
  'Microsoft.Insights/scheduledQueryRules': {
    kind: null,
    properties: {
      displayName: null,
      description: null,
      severity: null,
      enabled: null,
      scopes: null,
      evaluationFrequency: null,
      windowSize: null,
      autoMitigate: null,
      skipQueryValidation: null,
      criteria: {
        allOf: [
          {
            query: null,
            timeAggregation: null,
            operator: null,
            threshold: null,
            failingPeriods: { numberOfEvaluationPeriods: null, minFailingPeriodsToAlert: null },
          },
        ],
      },
      actions: { actionGroups: null },
    },
  },
};

const ofEvery: Shape = {
  name: null,
  location: null,
  tags: null,
  parent: null,
  scope: null,
  dependsOn: null,
};

type Made = {
  readonly value: Expression | null;
  readonly existing: boolean;
  readonly line: number;
};

export const shapeFaults = (type: string, { value, existing, line }: Made): readonly string[] => {
  const shape = shapes[type];
  if (shape === undefined) return [`line ${line}: nothing is known of ${type}`];
  return value === null
    ? []
    : faultsIn(value, existing ? { name: null } : { ...ofEvery, ...shape }, type);
};

type Inner = Shape | readonly [Shape] | null;

const isList = (shape: Inner): shape is readonly [Shape] => Array.isArray(shape);

/** Whatever is worked out elsewhere is not looked into; each way of a choice is, and each part put together. */
const faultsIn = (value: Expression, shape: Inner, at: string): readonly string[] => {
  if (shape === null) return [];
  const also = (each: Expression) => faultsIn(each, shape, at);
  switch (value.is) {
    case 'choice':
      return value.of.slice(1).flatMap(also);
    case 'for':
    case 'if':
      return faultsIn(value.make, isList(shape) && value.is === 'for' ? shape[0] : shape, at);
    case 'call':
      return value.given.flatMap(also);
    case 'array':
      return value.each.flatMap((each) => faultsIn(each, isList(shape) ? shape[0] : shape, at));
    case 'object':
      return isList(shape)
        ? [`line ${value.line}: ${at} is a list`]
        : value.fields.flatMap(({ name, value: inner }) => {
            const said = name.is === 'name' ? name.name : (plainText(name) ?? '*');
            const known = Object.hasOwn(shape, said) ? said : '*';
            return Object.hasOwn(shape, known)
              ? faultsIn(inner, shape[known] ?? null, `${at}.${said}`)
              : [`line ${inner.line}: ${at} has no field ${said}`];
          });
    case 'text':
    case 'number':
    case 'name':
    case 'member':
    case 'index':
    case 'sum':
      return [];
  }
};
