// Sammen on Azure: two replicas in Container Apps, Azure DocumentDB (Cosmos DB for MongoDB vCore), the bot's
// registration with a managed identity instead of a password, and the Teams channel. Steps: deploy/README.md.
targetScope = 'resourceGroup'

@description('Begins the name of each resource.')
@minLength(3)
@maxLength(20)
param name string = 'sammen'

param location string = resourceGroup().location

@description('Where the image lies, such as myregistry.azurecr.io/sammen:1.0.0.')
param image string

@description('The registry that the identity may pull from, such as myregistry.azurecr.io. Empty: the image is public.')
param registry string = ''

@description('The address that people reach Sammen on. Empty: the one that Container Apps gives.')
param publicUrl string = ''

@description('The e-mail addresses of the admins, divided by commas.')
param admins string

@description('The text of your organisation.json.')
@secure()
param organisation string

@secure()
@minLength(32)
param secret string

@secure()
@minLength(32)
param anonymityKey string

@secure()
@minLength(16)
param metricsToken string

@description('Letters and numbers only, because it becomes part of an address.')
@secure()
@minLength(16)
param databasePassword string

@description('M10 is for trying; from M30 on there is a replica that takes over.')
param databaseTier string = 'M30'

@description('What the bot is called in Azure; people see the name in the app package.')
param botName string = 'Sammen'

var databaseUser = 'sammen'
var port = 3978
var address = empty(publicUrl) ? 'https://${name}.${environment.properties.defaultDomain}' : publicUrl
var databaseAddress = 'mongodb+srv://${databaseUser}:${databasePassword}@${database.name}.global.mongocluster.cosmos.azure.com/sammen?tls=true&authMechanism=SCRAM-SHA-256&retryWrites=false&maxIdleTimeMS=120000'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource log 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: '${name}-log'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: log.properties.customerId
        sharedKey: log.listKeys().primarySharedKey
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/mongoClusters@2024-07-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  properties: {
    administrator: {
      userName: databaseUser
      password: databasePassword
    }
    serverVersion: '8.0'
    compute: { tier: databaseTier }
    storage: { sizeGb: 32 }
    sharding: { shardCount: 1 }
    highAvailability: { targetMode: databaseTier == 'M10' ? 'Disabled' : 'SameZone' }
    publicNetworkAccess: 'Enabled'
  }
}

// Lets in what runs on Azure; with a network of your own, use a private endpoint instead.
resource fromAzure 'Microsoft.DocumentDB/mongoClusters/firewallRules@2024-07-01' = {
  parent: database
  name: 'from-azure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: empty(registry) ? [] : [{ server: registry, identity: identity.id }]
      secrets: [
        { name: 'secret', value: secret }
        { name: 'anonymity-key', value: anonymityKey }
        { name: 'metrics-token', value: metricsToken }
        { name: 'mongodb-uri', value: databaseAddress }
        { name: 'organisation', value: organisation }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'sammen'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'PORT', value: string(port) }
            { name: 'PUBLIC_URL', value: address }
            { name: 'ADMINS', value: admins }
            { name: 'ORGANISATION_FILE', value: '/config/organisation.json' }
            { name: 'SECRET', secretRef: 'secret' }
            { name: 'ANONYMITY_KEY', secretRef: 'anonymity-key' }
            { name: 'METRICS_TOKEN', secretRef: 'metrics-token' }
            { name: 'MONGODB_URI', secretRef: 'mongodb-uri' }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/healthz', port: port }
              // Ten tries are the most that Container Apps takes; a migration of the store may take minutes.
              periodSeconds: 30
              failureThreshold: 10
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 2
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 6
            }
          ]
          volumeMounts: [{ volumeName: 'config', mountPath: '/config' }]
        }
      ]
      volumes: [
        {
          name: 'config'
          storageType: 'Secret'
          secrets: [{ secretRef: 'organisation', path: 'organisation.json' }]
        }
      ]
      // Never none: messages leave by the clock, not only when somebody writes.
      scale: { minReplicas: 2, maxReplicas: 4 }
    }
  }
  dependsOn: [fromAzure]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: botName
    endpoint: '${address}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel' }
}

@description('The address to give in the app package: npm run manifest.')
output publicUrl string = address

@description('MicrosoftAppId for the app package.')
output appId string = identity.properties.clientId
