const { resolve } = require('node:path');

module.exports = {
  mode: 'production',
  entry: './src/app.js',
  output: { path: resolve(__dirname, 'public'), filename: 'bundle.js' },
  performance: { hints: false },
};
