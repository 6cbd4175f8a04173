variable "project" {
  description = "Short name of the project; part of most names"
  type        = string
  default     = "shop"
}

variable "environment" {
  description = "Which copy of the shop this is"
  type        = string

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "The environment is staging or production."
  }
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "vpc_cidr" {
  type    = string
  default = "10.20.0.0/16"
}

variable "vpn_cidr" {
  description = "Where people come from who log in to the bastion"
  type        = string
}

variable "public_ports" {
  description = "Ports of the load balancer that are open to everyone"
  type        = list(number)
  default     = [80, 443]
}

variable "certificate_arn" {
  description = "Certificate for HTTPS; without one there is only HTTP"
  type        = string
  default     = null
}

variable "app_servers" {
  type    = number
  default = 2
}

variable "ami" {
  type    = string
  default = "ami-0abcdef1234567890"
}

variable "buckets" {
  description = "Buckets to make, by the last part of their names"
  type = map(object({
    acl        = optional(string, "private")
    versioning = optional(bool, true)
  }))
  default = {}
}
