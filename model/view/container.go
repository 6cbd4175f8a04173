package view

import (
	"github.com/lintel-iac/lintel/model"
)

// Container is a container as whatever starts it describes it: a service of a Compose
// file, or a container of an ECS task definition.
type Container struct {
	Name       model.Value
	Image      model.Value
	User       model.Value // of the image, where the description says none and the image is known
	Privileged model.Value
	ReadOnly   model.Value // its root file system
	// Network, PID and IPC are the namespaces that it shares, "host" among them.
	Network, PID, IPC model.Value
	CapAdd, CapDrop   model.Value
	Environment       []Variable
	Healthcheck       model.Value
}

// Variable is one of a container's environment.
type Variable struct {
	Name  string
	Value model.Value
}

// Containers are those that a resource describes.
func Containers(r *model.Resource) []Container {
	switch r.Type {
	case "compose_service":
		return []Container{service(r)}
	case "aws_ecs_task_definition":
		return task(r)
	}
	return nil
}

func service(r *model.Resource) Container {
	c := Container{
		Image: r.At("image"), User: either(r.At("user"), r.At("built.user")), Privileged: r.At("privileged"),
		ReadOnly: r.At("read_only"), Network: r.At("network_mode"), PID: r.At("pid"), IPC: r.At("ipc"),
		CapAdd: r.At("cap_add"), CapDrop: r.At("cap_drop"), Healthcheck: either(r.At("healthcheck"), r.At("built.healthcheck")),
	}
	c.Name = model.Text(r.Address, r.Body.Origin)
	environment, _ := r.Body.At("environment").Data.(model.Members)
	for name, v := range environment.All() {
		c.Environment = append(c.Environment, Variable{name, v})
	}
	return c
}

// task reads container_definitions, a list in JSON.
func task(r *model.Resource) []Container {
	definitions := r.At("container_definitions")
	if definitions.Doc != nil {
		definitions = *definitions.Doc
	} else if _, isText := definitions.Data.(string); isText {
		definitions, _ = JSON(definitions.Origin, definitions) // what is no JSON is Unknown, and says so
	}
	var all []Container
	for d := range definitions.Elements() {
		c := Container{
			Name: d.At("name"), Image: d.At("image"), User: d.At("user"), Privileged: d.At("privileged"),
			ReadOnly: d.At("readonlyRootFilesystem"), Network: r.At("network_mode"), PID: r.At("pid_mode"), IPC: r.At("ipc_mode"),
			CapAdd: d.At("linuxParameters.capabilities.add"), CapDrop: d.At("linuxParameters.capabilities.drop"),
			Healthcheck: d.At("healthCheck"),
		}
		for pair := range d.Each("environment") {
			c.Environment = append(c.Environment, Variable{Pieced(pair.At("name")), pair.At("value")})
		}
		all = append(all, c)
	}
	return all
}
