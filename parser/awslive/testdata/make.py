"""Makes things through the services' APIs: reads calls as lines of JSON, writes for each line what was answered.

A call is {"service", "operation", "members", "name"}. The members are in CloudFormation's words: they are brought into the shape
that the operation wants, by botocore's account of it, and what is required and not there is made up: "name" is one.
"""

import json
import sys

import boto3
from botocore.config import Config

endpoint, region = sys.argv[1:]
clients = {}
called = ""  # what is made, where it needs a name
retries = Config(retries={"max_attempts": 0}, parameter_validation=True)


def client(service):
    if service not in clients:
        clients[service] = boto3.client(
            service, endpoint_url=endpoint, region_name=region, config=retries,
            aws_access_key_id="testing", aws_secret_access_key="testing")
    return clients[service]


# What operations call otherwise.
SYNONYMS = {
    "Rules": "ServerSideEncryptionConfiguration", "ApplyServerSideEncryptionByDefault": "ServerSideEncryptionByDefault",
    "TargetBucket": "DestinationBucketName", "TargetPrefix": "LogFilePrefix",
}


def plain(name):
    return name.lower().replace("-", "").rstrip("s")


def found(members, name):
    for own, value in members.items():
        if own == name:
            return value
    for own, value in members.items():
        if plain(own) == plain(name):
            return value
    return members.get(SYNONYMS.get(name))


def fit(shape, value):
    """fit is the value in a shape; what that has no place for is left out."""
    kind = shape.type_name
    if kind == "structure":
        members = value if isinstance(value, dict) else {}
        out = {}
        for name, inner in shape.members.items():
            given = found(members, name)
            if given is not None:
                out[name] = fit(inner, given)
            elif name in shape.required_members:
                out[name] = made_up(inner, name)
        return out
    if kind == "list":
        if isinstance(value, dict) and list(getattr(shape.member, "members", ())) == ["Key", "Value"]:
            value = [{"Key": k, "Value": v} for k, v in value.items()]
        return [fit(shape.member, e) for e in (value if isinstance(value, list) else [value])]
    if kind == "map":
        if isinstance(value, list):
            value = {e["Key"]: e["Value"] for e in value}
        return {k: fit(shape.value, v) for k, v in value.items()}
    if kind == "string":
        if isinstance(value, bool):
            return str(value).lower()
        value = next((word for word in shape.enum if plain(word) == plain(str(value))), value)
        return value if isinstance(value, str) else json.dumps(value)
    if kind == "boolean":
        return value is True or value == "true"
    if kind in ("integer", "long"):
        return int(float(value))
    if kind in ("float", "double"):
        return float(value)
    return value.encode() if kind == "blob" and isinstance(value, str) else value


def made_up(shape, name):
    kind = shape.type_name
    if kind == "structure":
        return fit(shape, {})
    if kind == "list":
        return [made_up(shape.member, name)]
    if kind == "string":
        if shape.enum:
            return shape.enum[0]
        if "arn" in name.lower():
            return "arn:aws:iam::123456789012:role/example"
        return called
    return {"map": {}, "boolean": False, "blob": b"example"}.get(kind, 1)


def call(asked):
    global called
    called = asked["name"]
    api = client(asked["service"])
    model = api.meta.service_model.operation_model(asked["operation"])
    members = fit(model.input_shape, asked["members"]) if model.input_shape else {}
    request = api.meta.method_to_api_mapping
    method = next(own for own, name in request.items() if name == asked["operation"])
    answer = getattr(api, method)(**members)
    answer.pop("ResponseMetadata", None)
    return {"request": members, "answer": answer}


for line in sys.stdin:
    try:
        said = call(json.loads(line))
    except Exception as fault:  # whatever it is, the test has to hear of it
        said = {"fault": f"{type(fault).__name__}: {fault}"}
    print(json.dumps(said, default=str), flush=True)
