const {head, foot} = require('./shared.js');
module.exports = class { data() { return {title: 'About', summary: '', permalink: '/about/index.html'}; }
render(d) { return `${head(d)}<h1>About</h1><p>Who makes these pages, and how.</p>${foot}`; } };
