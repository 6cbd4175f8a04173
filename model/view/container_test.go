package view

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// A service of Compose and a container of ECS are one kind of thing.
func TestContainers(t *testing.T) {
	body := func(typ string, o object) *model.Resource {
		r := &model.Resource{Type: typ, Address: "x", Body: value(o, model.Origin{})}
		(&model.Scope{}).Add(r)
		return r
	}
	environment := object{"B": "2", "A": "1"}
	service := body("compose_service", object{
		"image": "x:1", "privileged": true, "built": object{"user": "app"}, "environment": environment, "cap_drop": list{"ALL"},
	})
	const definitions = `[{"name":"web","image":"x:1","user":"app","privileged":true,"environment":[{"name":"A","value":"1"},{"name":"B","value":"2"}],
		"linuxParameters":{"capabilities":{"drop":["ALL"]}}}]`
	for _, r := range []*model.Resource{service, body("aws_ecs_task_definition", object{"container_definitions": definitions})} {
		all := Containers(r)
		if len(all) != 1 {
			t.Fatalf("%s has %d containers", r.Type, len(all))
		}
		c := all[0]
		if c.Image.String() != "x:1" || c.Privileged.IsTrue() != model.Yes || c.User.String() != "app" || c.CapDrop.Contains("ALL") != model.Yes {
			t.Errorf("%s: got %+v", r.Type, c)
		}
		if len(c.Environment) != 2 || c.Environment[0].Name != "A" || c.Environment[1].Value.String() != "2" {
			t.Errorf("%s: environment is %+v", r.Type, c.Environment)
		}
	}
	if all := Containers(body("aws_ecs_task_definition", object{"container_definitions": "no JSON"})); len(all) != 1 || all[0].Privileged.IsTrue() != model.Maybe {
		t.Errorf("what cannot be read is %+v, not one container of which nothing is known", all)
	}
}

func TestImageOf(t *testing.T) {
	for name, want := range map[string]Image{
		"debian":                     {"docker.io", "debian", "", ""},
		"library/debian:12":          {"docker.io", "library/debian", "12", ""},
		"localhost/x":                {"localhost", "x", "", ""},
		"r.example.com:5000/a/b":     {"r.example.com:5000", "a/b", "", ""},
		"r.example.com:5000/a/b:1@d": {"r.example.com:5000", "a/b", "1", "d"},
	} {
		if got := ImageOf(name); got != want {
			t.Errorf("%s is %+v, want %+v", name, got, want)
		}
	}
}

func TestNamesSecret(t *testing.T) {
	for name, want := range map[string]bool{
		"DB_PASSWORD": true, "dbPassword": true, "AWS_ACCESS_KEY_ID": true, "openai_api_key": true, "GITHUB_TOKEN": true,
		"PRIVATE_KEY": true, "secret": true, "DB_PASSWORD_FILE": false, "TOKEN_TTL": false, "PASSWORD_MIN_LENGTH": false,
		"KEY": false, "KEYBOARD": false, "MONKEY": false, "ALLOW_EMPTY_PASSWORD": false, "SECRETARY": false, "": false,
		"TOKEN_ENDPOINT": false, "SSH_PUBLIC_KEY": false, "RABBITMQ_DEFAULT_PASS": true, "ADMIN_PW": true, "DB_ENC_KEY": true,
		"NGINX_PROXY_PASS": false, "PASS": false, "PASS_THROUGH": false, "ACCESS_TOKEN_EXPIRE_MINUTES": false, "LLM_MAX_TOKEN": false,
		"APIKEY_USERS": false,
	} {
		if got := NamesSecret(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestPasswordIn(t *testing.T) {
	for text, want := range map[string]string{
		"postgres://app:pw@db:5432/x": "pw of postgres://db:5432", "redis://:pw@r": "pw of redis://r", "x postgresql+psycopg2://a:b@c/d": "b of postgresql+psycopg2://c",
		"https://app@db/x": "", "http://db:80/a@b": "", "a://b:${C}@d": "", "a://b:" + Hole + "@d": "", "git@host:x/y": "",
		"Server=db;User Id=sa;Password=Pw1;": "Pw1 of a connection", "Server=db;Pwd=x": "x of a connection",
		"Server=db;Password=" + Hole + ";": "", "Server=db;Password=a" + Hole: "", "Password=x": "", "Server=db;PasswordHash=x": "",
		"jdbc:postgresql://db/x?user=a&password=b": "b of a connection", "jdbc:mysql://db/x?password=b": "b of a connection",
	} {
		got := ""
		if password, whose, ok := PasswordIn(text); ok {
			got = password + " of " + whose
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestInstall(t *testing.T) {
	for _, test := range []struct {
		manager *Manager
		command []string
		want    string // "-" where it does not install
	}{
		{&Apt, []string{"apt-get", "-y", "install", "-t", "x", "a", "b=1"}, "a b=1 "},
		{&Apt, []string{"apt-get", "update"}, "-"},
		{&Apt, []string{"apk", "add", "a"}, "-"},
		{&Apk, []string{"apk", "--no-cache", "add", "--virtual", "x", "a"}, "a "},
		{&Pip, []string{"pip3.11", "install", "-r", "x.txt", "a==1"}, "a==1 "},
		{&Pip, []string{"python3", "-m", "pip", "install", "a"}, "a "},
		{&Pip, []string{"pipx", "install", "a"}, "-"},
		{&Dnf, []string{"dnf", "module", "-y", "install", "a:1"}, "a:1 "},
		{&Gem, []string{"gem", "install", "-v", "1", "a"}, "a "},
		{&Npm, []string{"npm", "install"}, ""},
	} {
		c := Command{}
		for i, word := range test.command {
			w := WordOf(model.Text(word, model.Origin{}))
			if i == 0 {
				c.Name = w
				continue
			}
			c.Args = append(c.Args, w)
		}
		got := ""
		packages, ok := test.manager.Install(c)
		for _, p := range packages {
			got += p.Text + " "
		}
		if !ok {
			got = "-"
		}
		if got != test.want {
			t.Errorf("%q installs %q, want %q", test.command, got, test.want)
		}
	}
}

// A word of which nothing is known may be any flag; a short flag may stand among others.
func TestHas(t *testing.T) {
	command := func(words ...model.Value) Command {
		c := Command{}
		for _, w := range words {
			c.Args = append(c.Args, WordOf(w))
		}
		return c
	}
	text := func(s string) model.Value { return model.Text(s, model.Origin{}) }
	for _, test := range []struct {
		command Command
		want    model.Truth
	}{
		{command(text("-qy")), model.Yes}, {command(text("--yes=true")), model.Yes}, {command(text("--y")), model.No},
		{command(unknown()), model.Maybe}, {command(unknown(), text("-y")), model.Yes}, {command(starting("x")), model.No},
	} {
		if got := test.command.Has("-y", "--yes"); got != test.want {
			t.Errorf("%+v: got %v, want %v", test.command.Args, got, test.want)
		}
	}
}

func TestTrusted(t *testing.T) {
	for _, test := range []struct {
		name, list string
		want       model.Truth
	}{
		{"debian", "", model.Yes},
		{"123.dkr.ecr.eu-west-1.amazonaws.com/app", "", model.Yes},
		{"registry.example.net/app", "", model.No},
		{"evilamazonaws.com/app", "", model.No},
		{"debian", "docker.io", model.Yes},
		{"index.docker.io/library/debian", "docker.io/library", model.Yes},
		{"debian", "docker.io/library", model.Yes},
		{"acme/debian", "docker.io/library", model.No},
		{"debian", "ghcr.io", model.No},
		{"GHCR.io/acme/app:1", "ghcr.io/acme", model.Yes},
		{"ghcr.io/acme/app:1", "ghcr.io/acme/", model.Yes},
		{"ghcr.io/acme/app:1", "ghcr.io/acme/app", model.Yes},
		{"ghcr.io/acmeevil/app", "ghcr.io/acme", model.No},
		{"r.example.com:5000/app", "r.example.com", model.No},
		{"r.example.com:5000/app", "r.example.com:5000", model.Yes},
		{"r.example.com/app", "*.example.com", model.Yes},
		{"example.com/app", "*.example.com", model.No},
		{"r.example.com/team/app", "*.example.com/other *.example.com/team", model.Yes},
		{Hole + "/app", "ghcr.io", model.Maybe},
		{Hole + "app", "ghcr.io", model.Maybe},
		{"r." + Hole + "/app", "ghcr.io", model.Maybe},
		{"ghcr.io/" + Hole + "/app", "ghcr.io", model.Yes},
		{"ghcr.io/" + Hole + "/app", "ghcr.io/acme", model.Maybe},
		{"ghcr.io/acme" + Hole + "/app", "ghcr.io/acme", model.Maybe},
		{"ghcr.io/other/" + Hole, "ghcr.io/acme", model.No},
	} {
		scope := &model.Scope{Settings: model.Settings{TrustedRegistries: strings.Fields(test.list)}}
		if got, _ := Trusted(scope, test.name); got != test.want {
			t.Errorf("%q of %q: %v, want %v", test.name, test.list, got, test.want)
		}
	}
}
