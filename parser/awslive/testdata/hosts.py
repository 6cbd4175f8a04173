# The URLs of services, by botocore's rules. Each argument is "SERVICE REGION [fips][,dual]".
import functools
import glob
import gzip
import json
import os
import sys

import botocore
from botocore.endpoint_provider import EndpointProvider

DATA = os.path.join(os.path.dirname(botocore.__file__), "data")
PARTITIONS = json.load(open(os.path.join(DATA, "partitions.json")))


@functools.cache
def rules(service):
    path = sorted(glob.glob(os.path.join(DATA, service, "*", "endpoint-rule-set-1.json.gz")))[-1]
    return EndpointProvider(json.load(gzip.open(path)), PARTITIONS)


for argument in sys.argv[1:]:
    service, region, kind = argument.split(" ")
    asked = dict(Region=region, UseFIPS="fips" in kind, UseDualStack="dual" in kind, AccountId="111122223333")
    asked.update(RequiresAccountId=True, Accelerate=False, UseGlobalEndpoint=False)
    known = rules(service).ruleset.parameters
    print(rules(service).resolve_endpoint(**{k: v for k, v in asked.items() if k in known}).url)
