// Reads the Content Credentials of the files named as arguments and writes one JSON object: by file, whether c2pa-ts
// finds them valid and the codes it gives. It judges hashes and signature; the chain of trust it does not know.
import { readFile } from "node:fs/promises";
import { BMFF, JPEG, PNG } from "@trustnxt/c2pa-ts/asset";
import { SuperBox } from "@trustnxt/c2pa-ts/jumbf";
import { ManifestStore, ValidationResult } from "@trustnxt/c2pa-ts/manifest";

const found = {};
for (const path of process.argv.slice(2)) {
  const bytes = await readFile(path);
  const kind = [JPEG, PNG, BMFF].find((one) => one.canRead(bytes));
  let result = null;
  try {
    const asset = new kind(bytes);
    const box = asset.getManifestJUMBF();
    result = box ? await ManifestStore.read(SuperBox.fromBuffer(box)).validate(asset) : null;
  } catch (error) {
    result = ValidationResult.fromError(error);
  }
  found[path] = result && { valid: result.isValid, codes: result.statusEntries.map((entry) => entry.code) };
}
process.stdout.write(JSON.stringify(found));
