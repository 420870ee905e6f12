// One of the two is enough for an app.
const environments = ['jsdom', '@happy-dom/jest-environment'];

module.exports = {
  projects: environments.map((testEnvironment) => ({ testEnvironment })),
};
