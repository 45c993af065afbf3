// Who is told, and of what. Each alert names the part of docs/operate.md that says what to do.
param name string
param location string
param tags object
param address string
param workspaceName string
param insightsName string
param appName string
param healthUrl string

@description('Resource units that one instance has for a day.')
param unitsADay int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource app 'Microsoft.App/containerApps@2025-01-01' existing = {
  name: appName
}

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'goldthread'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource readiness 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'ready-${name}'
  location: location
  tags: union(tags, {
    'hidden-link:${insights.id}': 'Resource'
  })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'ready-${name}'
    Name: 'Golden Thread answers and is ready'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      {
        Id: 'emea-gb-db3-azr'
      }
      {
        Id: 'emea-nl-ams-azr'
      }
    ]
    Request: {
      RequestUrl: healthUrl
      HttpVerb: 'GET'
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'Golden Thread is not ready (${name})'
  location: 'global'
  tags: tags
  properties: {
    description: 'It does not answer, or says that it is not ready. docs/operate.md: It is not ready.'
    severity: 0
    enabled: true
    scopes: [
      readiness.id
      insights.id
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readiness.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: told.id
      }
    ]
  }
}

resource restarts 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'Golden Thread keeps starting again (${name})'
  location: 'global'
  tags: tags
  properties: {
    description: 'It has been started again more than three times in an hour. docs/operate.md: It is not ready.'
    severity: 1
    enabled: true
    scopes: [
      app.id
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'restarts'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'RestartCount'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 3
        }
      ]
    }
    actions: [
      {
        actionGroupId: told.id
      }
    ]
  }
}

var fewUnits = unitsADay / 10

// One row is one thing wrong: an alert comes of any row at all.
var ofFigures = 'AppMetrics | where Name == '
var ofLines = 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${appName}" | where Log_s has '
var asked = [
  {
    id: 'outbox'
    title: 'Golden Thread keeps nothing it is given'
    do: 'The Outbox or the lease cannot be used. docs/operate.md: It is not ready.'
    severity: 0
    window: 'PT15M'
    query: '${ofLines}"the Outbox takes nothing" or Log_s has "the lease cannot be asked for"'
  }
  {
    id: 'waiting'
    title: 'What is accepted does not reach the lists'
    do: 'Changes have waited in the Outbox for an hour. docs/operate.md: Graph is down.'
    severity: 1
    window: 'PT1H'
    query: '${ofFigures}"golden_thread.outbox.depth" | where tostring(Properties["of"]) == "changes" | summarize least = min(Min) | where least > 0'
  }
  {
    id: 'quiet'
    title: 'The lists have not been heard from'
    do: 'What people see is over ten minutes old. docs/operate.md: Graph is down.'
    severity: 2
    window: 'PT15M'
    query: '${ofFigures}"golden_thread.replica.age" | where Max > 600'
  }
  {
    id: 'throttled'
    title: 'The tenant slows Golden Thread down'
    do: 'Graph has refused more than fifty calls in an hour. docs/operate.md: Throttled.'
    severity: 2
    window: 'PT1H'
    query: '${ofLines}"a call to Graph" | where Log_s has "throttled" | summarize refused = count() | where refused > 50'
  }
  {
    id: 'units'
    title: 'The day\'s resource units run out'
    do: 'Less than a tenth of the day\'s units is left. docs/operate.md: Throttled.'
    severity: 2
    window: 'PT1H'
    query: '${ofFigures}"golden_thread.graph.units.left" | where tostring(Properties["window"]) == "day" | where Min < ${fewUnits}'
  }
  {
    id: 'unreachable'
    title: 'Cards do not arrive'
    do: 'Teams has turned away more than twenty cards in an hour. docs/operate.md: The bot is blocked.'
    severity: 1
    window: 'PT1H'
    query: '${ofFigures}"golden_thread.cards.sent" | where tostring(Properties["outcome"]) in ("unreachable", "failed") | summarize cards = sum(Sum) | where cards > 20'
  }
]

resource queries 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for each in asked: {
    name: '${each.id}-${name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: each.title
      description: each.do
      severity: each.severity
      enabled: true
      scopes: [
        workspace.id
      ]
      evaluationFrequency: 'PT15M'
      windowSize: each.window
      autoMitigate: true
      // The tables are there once the app has told them something.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: each.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          told.id
        ]
      }
    }
  }
]
