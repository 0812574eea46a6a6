score examples/retail-credit.yaml --waivers tests/sheets/waivers.yaml --bar partially
