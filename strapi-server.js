'use strict';

// For tools that look here; Strapi itself takes `exports` of package.json.
module.exports = require('./dist/server');
