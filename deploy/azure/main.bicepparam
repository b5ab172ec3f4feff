// Copy your organisation.json here. Secrets come from the environment of whoever deploys, never from this file.
using 'main.bicep'

param image = 'myregistry.azurecr.io/sammen:1.0.0'
param registry = 'myregistry.azurecr.io'
param admins = 'navn@example.dk'
param organisation = loadTextContent('organisation.json')
param secret = readEnvironmentVariable('SAMMEN_SECRET')
param anonymityKey = readEnvironmentVariable('SAMMEN_ANONYMITY_KEY')
param metricsToken = readEnvironmentVariable('SAMMEN_METRICS_TOKEN')
param databasePassword = readEnvironmentVariable('SAMMEN_DATABASE_PASSWORD')
