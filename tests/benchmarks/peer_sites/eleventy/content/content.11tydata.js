module.exports = {layout: 'article.11ty.js', permalink: (d) => `/${d.slug}/index.html`};
