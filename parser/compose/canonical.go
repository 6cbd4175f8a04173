package compose

import (
	"strings"
	"unicode"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// canonical puts the services of a file into their long forms, in which two files
// can be merged.
func (d *document) canonical(v model.Value) model.Value {
	services := v.At("services")
	if !isObject(v) || !isObject(services) {
		return v
	}
	services.Data = services.Data.(model.Members).Replaced(func(_ string, s model.Value) model.Value {
		if members, ok := s.Data.(model.Members); ok {
			s.Data = service(members)
		}
		return s
	})
	return v.With("services", services)
}

// longForm puts an attribute of a service into its long form, if it has one.
func longForm(name string, v model.Value) model.Value {
	switch name {
	case "build":
		return build(v)
	case "ports":
		return each(v, port)
	case "volumes":
		return each(v, mount)
	case "env_file":
		return each(v, func(e model.Value) model.Value { return named(e, "path") })
	case "secrets", "configs":
		return each(v, func(e model.Value) model.Value { return named(e, "source") })
	case "cap_add", "cap_drop", "dns", "tmpfs":
		return each(v, func(e model.Value) model.Value { return e })
	case "environment", "labels", "sysctls", "annotations":
		return pairs(v)
	case "networks", "depends_on":
		return names(v)
	case "extends":
		return named(v, "service")
	case "privileged", "read_only", "init", "oom_kill_disable", "stdin_open", "tty":
		return boolean(v)
	case "healthcheck":
		return member(v, "disable", boolean)
	}
	return v
}

// boolean is a text as Compose takes it where a boolean is wanted: YAML's old words are
// texts to a parser of today.
func boolean(v model.Value) model.Value {
	text, _ := v.Data.(string)
	switch strings.ToLower(text) {
	case "true", "yes", "y", "on":
		return model.Flag(true, v.Origin)
	case "false", "no", "n", "off":
		return model.Flag(false, v.Origin)
	}
	return v
}

// member applies a form to one member of an object.
func member(v model.Value, name string, form func(model.Value) model.Value) model.Value {
	members, _ := v.Data.(model.Members)
	if m, ok := members.Lookup(name); ok {
		return v.With(name, form(m))
	}
	return v
}

func service(members model.Members) model.Members {
	return members.Replaced(func(name string, v model.Value) model.Value {
		t, isTagged := v.Data.(tagged)
		switch {
		case isTagged:
			t.Value = longForm(name, t.Value)
			v.Data = t
			return v
		case v.State != model.Absent:
			return longForm(name, v)
		}
		return v
	})
}

// each applies a form to every element of a list; a single one is a list of it.
func each(v model.Value, form func(model.Value) model.Value) model.Value {
	list, ok := v.Data.([]model.Value)
	if !ok {
		list = []model.Value{v}
	}
	long := make([]model.Value, 0, len(list))
	for _, e := range list {
		long = append(long, form(e))
	}
	return model.List(long, v.Origin)
}

// named is the form of a bare name.
func named(v model.Value, key string) model.Value {
	if isObject(v) {
		return v
	}
	return object(v.Origin, key, v)
}

func isObject(v model.Value) bool {
	_, ok := v.Data.(model.Members)
	return ok
}

func object(at model.Origin, key string, v model.Value) model.Value {
	return model.Object(map[string]model.Value{key: v}, at)
}

// piece is a stretch of a value's text as a value with the same place.
func piece(of model.Value, text string) model.Value {
	reason := ""
	if of.Why != nil {
		reason = of.Why.Reason
	}
	return view.Assemble(text, reason, of.Origin)
}

func build(v model.Value) model.Value {
	members, ok := v.Data.(model.Members)
	if !ok {
		return object(v.Origin, "context", v)
	}
	if args, ok := members.Lookup("args"); ok {
		return v.With("args", pairs(args))
	}
	return v
}

// pairs turns a list of NAME=VALUE into an object. A name alone takes its value from
// whoever runs Compose.
func pairs(v model.Value) model.Value {
	list, ok := v.Data.([]model.Value)
	if !ok {
		return v
	}
	members := map[string]model.Value{}
	for _, e := range list {
		name, value, given := strings.Cut(view.Pieced(e), "=")
		m := piece(e, value)
		if !given {
			m = model.Undecided("whoever runs Compose gives "+name+" its value", e.Origin)
		}
		m.Origin.Name = below(v.Origin.Name, name)
		members[name] = m
	}
	return model.Object(members, v.Origin)
}

// names turns a list of names into an object.
func names(v model.Value) model.Value {
	list, ok := v.Data.([]model.Value)
	if !ok {
		return v
	}
	members := map[string]model.Value{}
	for _, e := range list {
		members[view.Pieced(e)] = model.Object(map[string]model.Value{}, e.Origin)
	}
	return model.Object(members, v.Origin)
}

// port reads [[HOST_IP:]PUBLISHED:]TARGET[/PROTOCOL].
func port(v model.Value) model.Value {
	if isObject(v) {
		return v
	}
	text := view.Pieced(v)
	if strings.Trim(text, view.Hole) == "" {
		return v
	}
	members := map[string]model.Value{}
	text, protocol, ok := strings.Cut(text, "/")
	if ok {
		members["protocol"] = piece(v, protocol)
	}
	if colon := strings.LastIndexByte(text, ':'); colon >= 0 {
		members["target"] = piece(v, text[colon+1:])
		text = text[:colon]
		if colon := strings.LastIndexByte(text, ':'); colon >= 0 {
			members["host_ip"] = piece(v, strings.Trim(text[:colon], "[]"))
			text = text[colon+1:]
		} else if strings.HasPrefix(text, view.Hole) {
			members["host_ip"] = piece(v, view.Hole) // a variable for the port may hold the address, too
		}
		members["published"] = piece(v, text)
	} else {
		members["target"] = piece(v, text)
	}
	return model.Object(members, v.Origin)
}

// fields are what colons separate in a mount. The one behind a letter alone belongs to
// a drive of Windows.
func fields(text string) []string {
	var all []string
	for rest, more := text, true; more; {
		var field string
		field, rest, more = strings.Cut(rest, ":")
		if more && len(field) == 1 && unicode.IsLetter(rune(field[0])) {
			drive := field
			field, rest, more = strings.Cut(rest, ":")
			field = drive + ":" + field
		}
		all = append(all, field)
	}
	return all
}

// mount reads [SOURCE:]TARGET[:MODE], where a source with a drive letter has a colon
// of its own.
func mount(v model.Value) model.Value {
	if isObject(v) {
		return member(v, "read_only", boolean)
	}
	text := view.Pieced(v)
	if strings.Trim(text, view.Hole) == "" {
		return v
	}
	parts := fields(text)
	members := map[string]model.Value{"target": piece(v, parts[0])}
	kind := "volume"
	if len(parts) > 1 {
		members["source"], members["target"] = piece(v, parts[0]), piece(v, parts[1])
		if strings.HasPrefix(parts[0], ".") || strings.HasPrefix(parts[0], "/") || strings.HasPrefix(parts[0], "~") || strings.Contains(parts[0], ":") {
			kind = "bind"
		}
	}
	members["type"] = model.Text(kind, v.Origin)
	if strings.HasPrefix(members["target"].String(), view.Hole) || strings.HasPrefix(parts[0], view.Hole) {
		members["type"] = piece(v, view.Hole)
	}
	if len(parts) > 2 {
		for option := range strings.SplitSeq(parts[2], ",") {
			switch option {
			case "ro":
				members["read_only"] = model.Flag(true, v.Origin)
			case "shared", "rshared", "slave", "rslave", "private", "rprivate":
				members["bind"] = object(v.Origin, "propagation", model.Text(option, v.Origin))
			}
		}
	}
	return model.Object(members, v.Origin)
}
