# METADATA
# title: Image comes from a registry that is not approved
# description: Only images from our own registries are scanned and signed.
# custom:
#   severity: high
#   types: [aws_lambda_function, aws_ecs_task_definition, compose_service, docker_image]
#   fix:
#     terraform: Use an image from one of the registries in data.yaml.
#     cloudformation: Use an image from one of the registries in data.yaml.
#     compose: Use an image from one of the registries in data.yaml.
#     docker: Start from an image of one of the registries in data.yaml.
package acme.approved_images

# Functions, services and Dockerfiles name one image, each by an attribute of its own.
deny contains name if {
	some name in {"image_uri", "image", "base"}
	image := input.resource.attributes[name]
	not approved(image)
}

# A task definition holds its containers as JSON.
deny contains {"path": "container_definitions", "message": sprintf("the image is %s", [image])} if {
	some image in images
	not approved(image)
}

images contains container.image if {
	some container in json.unmarshal(input.resource.attributes.container_definitions)
}

approved(image) if {
	some registry in data.acme.registries
	startswith(image, sprintf("%s/", [registry]))
}

approved("scratch")
