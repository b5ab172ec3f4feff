import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { tempFolder } from '../../support/processes/temp-folder.ts';
import { fenceContract } from '../contract/fence-contract.ts';
import { marksContract } from '../contract/marks-contract.ts';
import { type OpenPorts, portsContract } from '../contract/ports-contract.ts';

const open: OpenPorts = async () => {
  const folder = await tempFolder();
  return { database: await openEmbedded(folder.path), cleanup: folder.remove };
};

portsContract('the embedded store', open);
marksContract('the embedded store', open);
fenceContract('the embedded store', open);
