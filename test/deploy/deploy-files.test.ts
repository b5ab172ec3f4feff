import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { healthRoutes } from '../../adapters/web/health.ts';
import { readConfig } from '../../app/settings/config.ts';
import { VERSION } from '../../app/version.ts';
import { REAL } from '../support/fixtures/own-organisation.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);

/** Every setting that the program reads, whatever is given. */
const settings = (): Set<string> => {
  const asked = new Set<string>();
  const noting = new Proxy<Record<string, string | undefined>>(
    { ...REAL, SANDBOX: 'off' },
    {
      get: (env, name) => {
        asked.add(String(name));
        return env[String(name)];
      },
    },
  );
  readConfig(noting);
  return asked;
};

const compose = parse(read('deploy/compose/compose.yaml')).services;
const deployment = parse(read('deploy/kubernetes/deployment.yaml'));
const [container] = deployment.spec.template.spec.containers;
const bicep = read('deploy/azure/main.bicep');
const docker = read('Dockerfile');
const unit = read('deploy/systemd/sammen.service');
const example = found(read('deploy/sammen.env.example'), /^(\w+)=/gm);

/** The settings that each way of running Sammen gives it. */
const GIVEN: Readonly<Record<string, string[]>> = {
  Dockerfile: found(docker, /^(?:ENV| {3}) +(\w+)=\S/gm),
  compose: [...Object.keys(compose.sammen.environment), ...example],
  systemd: [...found(unit, /^Environment=(\w+)=/gm), ...example],
  kubernetes: [...container.env.map(({ name }: { name: string }) => name), ...example],
  azure: found(bicep, /\{ name: '(\w+)', (?:value|secretRef): /g).filter((name) => /[A-Z]/.test(name)),
};
/** Read by Node's ecosystem, not by us. */
const NOT_OURS = ['NODE_ENV'];

describe('the files to run Sammen with', () => {
  for (const [way, names] of Object.entries(GIVEN))
    it(`give it only settings that it reads: ${way}`, () => {
      assert.ok(names.length > 1, String(names));
      const known = settings();
      assert.deepEqual(
        names.filter((name) => !known.has(name) && !NOT_OURS.includes(name)),
        [],
      );
    });

  for (const way of ['compose', 'systemd', 'kubernetes', 'azure'])
    it(`give it all that a real Sammen needs: ${way}`, () => {
      const given = GIVEN[way] ?? [];
      assert.deepEqual(
        Object.keys(REAL).filter((name) => !given.includes(name)),
        [],
      );
    });

  it('agree on the port', () => {
    const port = String(readConfig({ ...REAL, SANDBOX: 'off' }).port);
    const said = {
      docker: found(docker, /^EXPOSE (\d+)$/gm),
      compose: [compose.sammen.environment.PORT, ...found(compose.proxy.environment.UPSTREAM, /:(\d+)$/g)],
      kubernetes: container.ports.map(({ containerPort }: { containerPort: number }) => String(containerPort)),
      kubernetesSetting: [container.env.find(({ name }: { name: string }) => name === 'PORT').value],
      azure: found(bicep, /^var port = (\d+)$/gm),
      caddy: found(read('deploy/proxy/Caddyfile'), /127\.0\.0\.1:(\d+)\}/g),
      nginx: found(read('deploy/proxy/nginx.conf'), /server 127\.0\.0\.1:(\d+)/g),
    };
    for (const [file, ports] of Object.entries(said)) assert.deepEqual([...new Set(ports)], [port], file);
  });

  it('probe addresses that exist: whether to restart at /healthz, whether to send people at /readyz', () => {
    const none = async () => assert.fail('asked');
    const routes = healthRoutes({
      database: { ping: none },
      degraded: none,
      token: null,
      details: none,
      prove: () => null,
    });
    assert.deepEqual(
      routes.map(({ path }) => path),
      ['/healthz', '/readyz'],
    );
    const { startupProbe, livenessProbe, readinessProbe } = container;
    assert.deepEqual(
      [startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet.path),
      ['/healthz', '/healthz', '/readyz'],
    );
    const probes = [...bicep.matchAll(/type: '(\w+)'\s+httpGet: \{ path: '([^']+)'/g)].map(([, type, path]) => [
      type,
      path,
    ]);
    assert.deepEqual(probes, [
      ['Startup', '/healthz'],
      ['Readiness', '/readyz'],
      ['Liveness', '/healthz'],
    ]);
    assert.match(docker, /^HEALTHCHECK .*\n.*\/healthz/m);
    assert.match(read('deploy/proxy/Caddyfile'), /health_uri \/readyz/);
  });

  it('let it finish what it has begun', () => {
    const seconds = {
      compose: Number.parseInt(compose.sammen.stop_grace_period, 10),
      kubernetes: deployment.spec.template.spec.terminationGracePeriodSeconds,
      systemd: Number(found(unit, /^TimeoutStopSec=(\d+)$/gm)[0]),
      azure: Number(found(bicep, /terminationGracePeriodSeconds: (\d+)/g)[0]),
    };
    for (const [way, grace] of Object.entries(seconds)) assert.ok(grace >= 30, `${way}: ${grace}`);
  });

  it('run it as nobody in particular, and let it write nowhere but its data', () => {
    assert.match(docker, /^USER 1000:1000$/m);
    assert.match(docker, /^ENTRYPOINT \["node", "app\/main\.js"\]$/m);
    assert.equal(compose.sammen.read_only, true);
    assert.equal(deployment.spec.template.spec.securityContext.runAsNonRoot, true);
    assert.equal(container.securityContext.readOnlyRootFilesystem, true);
    assert.match(unit, /^DynamicUser=yes$/m);
    assert.match(unit, /^ProtectSystem=strict$/m);
    // V8 writes code as it runs.
    assert.doesNotMatch(unit, /^MemoryDenyWriteExecute=/m);
  });

  it('keep two processes while the cluster moves them', () => {
    assert.equal(deployment.spec.replicas, 2);
    assert.equal(parse(read('deploy/kubernetes/disruption.yaml')).spec.minAvailable, 1);
    const { resources } = parse(read('deploy/kubernetes/kustomization.yaml'));
    const labels = { app: 'sammen' };
    assert.deepEqual(resources.length, 5);
    for (const name of ['service', 'disruption']) {
      const { selector } = parse(read(`deploy/kubernetes/${name}.yaml`)).spec;
      assert.deepEqual(selector.matchLabels ?? selector, labels, name);
    }
    assert.deepEqual(deployment.spec.template.metadata.labels, labels);
  });

  it('give connections up before Sammen does', () => {
    const kept = [
      ...found(read('deploy/proxy/Caddyfile'), /keepalive (\d+)s/g),
      ...found(read('deploy/proxy/nginx.conf'), /keepalive_timeout (\d+)s/g),
    ].map(Number);
    assert.equal(kept.length, 2);
    for (const seconds of kept) assert.ok(seconds < 75, String(seconds));
  });

  it('name the version that this is', () => {
    const tags = ['Dockerfile', 'deploy/compose/compose.yaml', 'deploy/azure/main.bicepparam', 'deploy/README.md'].map(
      (path) => [path, ...new Set(found(read(path), /sammen:(\d+\.\d+\.\d+)/g))],
    );
    for (const [path, ...versions] of tags) assert.deepEqual(versions, [VERSION], path);
    assert.equal(parse(read('deploy/kubernetes/kustomization.yaml')).images[0].newTag, VERSION);
  });

  it('send to the image’s build all that it reads, and no secret', () => {
    const lines = read('.dockerignore').split('\n');
    const sent = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const { include } = JSON.parse(read('tsconfig.build.json'));
    const copied = found(read('.ci/lay-out-dist.js'), /'(\w[\w./-]*)'/g).filter(
      (path) => !/^node:|^dist|^utf8$/.test(path),
    );
    assert.ok(copied.length > 5);
    for (const path of [...include, ...copied])
      assert.ok(
        sent.some((one) => path === one || path.startsWith(`${one}/`)),
        path,
      );
    assert.equal(
      lines.find((line) => line !== '' && !line.startsWith('#')),
      '*',
    );
    // The last line that fits a path decides, so these come after what is sent.
    const after = lines.slice(lines.findLastIndex((line) => line.startsWith('!')) + 1);
    for (const secret of ['**/.env*', '**/*.env', 'content/examples.ndjson']) assert.ok(after.includes(secret), secret);
  });

  it('build the image with files that its user may read, whatever the rights where they come from', () => {
    assert.match(docker, /npm run build && chmod -R a\+rX dist/);
    assert.match(read('deploy/README.md'), /chmod -R a\+rX \/opt\/sammen/);
  });

  it('make up nobody where there is no platform yet', () => {
    assert.match(docker, /^ {4}SANDBOX=off/m);
    assert.match(unit, /^Environment=SANDBOX=off$/m);
  });

  it('ask for a file that is missing, rather than make a folder of its name', () => {
    const [organisation] = compose.sammen.volumes;
    assert.equal(organisation.target, compose.sammen.environment.ORGANISATION_FILE);
    assert.equal(organisation.bind.create_host_path, false);
  });

  it('keep no log that grows for ever', () => {
    for (const [name, { logging }] of Object.entries<{ logging?: { driver: string } }>(compose))
      assert.equal(logging?.driver, 'local', name);
  });

  it('wait in Kubernetes until nobody is sent there any more, and then as long as Sammen takes', () => {
    const pause = Number(container.lifecycle.preStop.exec.command[1]);
    assert.ok(pause >= 5);
    assert.ok(deployment.spec.template.spec.terminationGracePeriodSeconds >= 30 + pause);
  });

  it('let Prometheus find Sammen under the name that the alert rules ask for', () => {
    const jobs = ['prometheus', 'prometheus-kubernetes'].map(
      (name) => parse(read(`deploy/monitoring/${name}.yaml`)).scrape_configs[0],
    );
    for (const job of jobs) assert.equal(job.job_name, 'sammen');
    const [labels, port] = jobs[1].relabel_configs[0].regex.split(';');
    assert.deepEqual([labels, port], [deployment.metadata.labels.app, container.ports[0].name]);
    assert.deepEqual(jobs[1].kubernetes_sd_configs[0].namespaces.names, [
      parse(read('deploy/kubernetes/namespace.yaml')).metadata.name,
    ]);
  });
});
