score examples/retail-credit.yaml --waivers tests/sheets/waivers.yaml --fail-under microsoft=1 -f badge-json
