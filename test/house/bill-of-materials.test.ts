import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');

type Part = { 'bom-ref': string; type: string; name: string; version: string };
type Bill = {
  bomFormat: string;
  metadata: { component: Part };
  components: Part[];
  dependencies: { ref: string; dependsOn: string[] }[];
};
type Lock = { packages: Record<string, { version: string; dev?: true; devOptional?: true }> };

describe('the bill of materials', () => {
  const bill: Bill = JSON.parse(execFileSync(process.execPath, ['.ci/sbom.js'], { cwd: ROOT, encoding: 'utf8' }));
  const { name, version, dependencies } = JSON.parse(read('package.json')) as Part & {
    dependencies: Record<string, string>;
  };

  it('names Sammen and its version, whatever the folder is called', () => {
    const { component } = bill.metadata;
    assert.deepEqual(
      [bill.bomFormat, component.type, component.name, component.version],
      ['CycloneDX', 'application', name, version],
    );
  });

  it('has every package that the lock installs for production, and no other', () => {
    const { packages }: Lock = JSON.parse(read('package-lock.json'));
    const locked = Object.entries(packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && dev === undefined && devOptional === undefined)
      .map(([path, one]) => `${path.split('node_modules/').at(-1)}@${one.version}`);
    const billed = bill.components.map((one) => `${one.name}@${one.version}`);
    assert.deepEqual([...new Set(billed)].sort(), [...new Set(locked)].sort());
  });

  it('says what Sammen itself depends on, and names nothing that it does not have', () => {
    const refs = new Set([bill.metadata.component, ...bill.components].map((one) => one['bom-ref']));
    const own = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref'])?.dependsOn ?? [];
    for (const direct of Object.keys(dependencies))
      assert.ok(
        own.some((ref) => ref.startsWith(`${direct}@`)),
        direct,
      );
    for (const { ref, dependsOn } of bill.dependencies)
      for (const one of [ref, ...dependsOn]) assert.ok(refs.has(one), one);
  });
});
