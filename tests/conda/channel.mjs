// A conda channel in this process: what solve.mjs solves against. Packages are those that the examples name.
import { createServer } from "node:http";

const record = (name, version, depends, subdir) => [
  `${name}-${version}-0.conda`,
  { name, version, build: "0", build_number: 0, depends, subdir },
];

const channel = {
  "linux-64": [
    ...["3.10.14", "3.11.9", "3.12.4"].map((v) => record("python", v, [], "linux-64")),
    ...["1.24.4", "1.26.4"].map((v) => record("numpy", v, ["python >=3.9,<3.13"], "linux-64")),
    record("pandas", "2.2.3", ["python >=3.9", "numpy >=1.22"], "linux-64"),
    record("scikit-learn", "1.5.2", ["python >=3.9", "numpy >=1.19"], "linux-64"),
  ],
  noarch: [record("pip", "24.2", ["python >=3.8"], "noarch")],
};

const repodata = (subdir) =>
  JSON.stringify({ info: { subdir }, packages: {}, "packages.conda": Object.fromEntries(channel[subdir] ?? []) });

// Calls use(url) while URL/NAME/SUBDIR/repodata.json answers: with the packages for the channel `conda-forge`, with
// none for any other.
export async function withChannel(use) {
  const server = createServer((request, response) => {
    const [, name, subdir, file] = new URL(request.url, "http://x").pathname.split("/");
    if (file !== "repodata.json") response.writeHead(404).end();
    else response.end(repodata(name === "conda-forge" ? subdir : ""));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
