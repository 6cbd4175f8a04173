terraform {
  required_providers {
    terraform = { source = "terraform.io/builtin/terraform" }
  }
}
resource "terraform_data" "u" {}
variable "dyn" { default = null }
locals {
  unk     = terraform_data.u.id
  unknum  = length(terraform_data.u.id)
  unkbool = terraform_data.u.id == "zzz"
  unkdyn  = jsondecode(terraform_data.u.id)
  sec     = sensitive("s")
  secunk  = sensitive(terraform_data.u.id)
  tpl     = "name is $${name}"
}
locals {
  tpls  = { a = "x$${n}", b = "$${v}", l = ["q"] }
  k     = "a"
  tl    = ["z$${n}"]
  nulls = tostring(null)
  recs  = "$${templatestring(n, {})}"
  recf  = "$${templatefile(\"files/a.txt\", {})}"
  bad   = "$${"
  fn    = "$${upper(n)}"
  cfn   = "$${core::upper(n)}"
}
