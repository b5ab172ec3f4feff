// mongosh runs this once, in a database that is new: Sammen gets a user with rights on its own database only.
/* global db */
db.getSiblingDB('sammen').createUser({
  user: 'sammen',
  pwd: process.env.SAMMEN_DB_PASSWORD,
  roles: [
    { role: 'readWrite', db: 'sammen' },
    // For indexes and validators.
    { role: 'dbAdmin', db: 'sammen' },
  ],
});
